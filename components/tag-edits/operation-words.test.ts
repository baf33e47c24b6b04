import { expect, test } from 'vitest';
import { LOCAL_PERSON } from '@/domain/actor';
import type { Operation } from '@/domain/operation';
import { runLabel, whatBecame, whatWasDone } from './operation-words';

const EDIT: Operation = {
  id: '0198c0de-0000-7000-8000-000000000001', state: 'done', actor: LOCAL_PERSON, action: 'tagEdits.run', reason: null, query: '', set: {}, remove: [], undoes: null, undoneBy: null,
  matched: 9, processed: 9, changed: 1_200, unchanged: 0, refused: 0, skipped: 0, failure: null, createdAt: '', expiresAt: '', startedAt: null, finishedAt: null,
};

test('the button says what it does to how many', () => {
  expect(runLabel({ set: { env: 'prod' }, remove: [] }, 1_234)).toBe('Tag 1,234 resources');
  expect(runLabel({ set: {}, remove: ['env'] }, 1)).toBe('Untag 1 resource');
  expect(runLabel({ set: { a: '' }, remove: ['env'] }, 2)).toBe('Change 2 resources');
  expect(runLabel({ set: { a: '' }, remove: [] }, 0)).toBe('Nothing to change');
});

test('an edit is told by its tags, in its time', () => {
  const edit = { ...EDIT, set: { tier: 'web', drain: '' }, remove: ['canary'] };
  expect(whatWasDone(edit)).toBe('Set drain, tier=web, removed canary');
  expect(whatWasDone({ ...edit, state: 'running' })).toBe('Setting drain, tier=web, removing canary');
  expect(whatWasDone({ ...EDIT, undoes: EDIT.id })).toBe('Took back an edit');
});

test('what became of the resources is told without what is nothing', () => {
  expect(whatBecame(EDIT)).toBe('1,200 changed');
  expect(whatBecame({ ...EDIT, unchanged: 2, refused: 3, skipped: 4 })).toBe('1,200 changed, 2 unchanged, 3 refused: over 64 tags, 4 gone');
  expect(whatBecame({ ...EDIT, undoes: EDIT.id, skipped: 1 })).toBe('1,200 changed, 1 skipped: changed since');
});
