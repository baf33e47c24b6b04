import { expect, it } from 'vitest';
import { type CellNote, columnOfNote } from './cell-notes';

const CELL = { row: { id: 'a', name: 'a', tags: {}, revision: 0 }, column: 'tag:env' } as const;
const UNSAVED: CellNote = { ...CELL, kind: 'unsaved', value: 'prod', problem: 'the server is away', theirs: null };
const EDITING: CellNote = { ...CELL, kind: 'editing', rank: 0, text: 'prod', problem: null };

it('says among all tags what is not saved of a tag without a column, and nothing else', () => {
  expect(columnOfNote(UNSAVED, ['name', 'tag:env', 'tags'])).toBe('tag:env');
  expect(columnOfNote(UNSAVED, ['name', 'tags'])).toBe('tags');
  expect(columnOfNote(EDITING, ['name', 'tags'])).toBe('tag:env');
});
