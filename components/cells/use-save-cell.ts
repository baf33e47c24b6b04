'use client';

import { useMemo } from 'react';
import { MAX_TAGS_PER_RESOURCE, tagValueProblem } from '@/domain/tags';
import type { Refusal } from '../tags/refusal';
import type { Tags } from '../tags/tag-draft';
import { useEditTags } from '../tags/use-edit-tags';
import { type CellNote, dropNotes, putNotes, type SeenRow } from './cell-notes';
import { tagKeyOf } from './cell-text';
import { sayLine } from './edit-line';

export type SavedCell = Pick<CellNote, 'row' | 'column'> & { value: string | null };

/** Null: the tag is not there. */
export const valueIn = (tags: Tags, key: string): string | null => (Object.hasOwn(tags, key) ? (tags[key] ?? null) : null);

/** The tags with one of them as it is wanted. */
export const withValue = (tags: Tags, key: string, value: string | null): Tags =>
  Object.fromEntries([...Object.entries(tags).filter(([other]) => other !== key), ...(value === null ? [] : [[key, value] as const])]);

/** Why a value cannot stand in this cell. */
export function cellProblem({ tags }: SeenRow, key: string, value: string | null): string | undefined {
  if (value === null) return undefined;
  const problem = tagValueProblem(value);
  if (problem !== undefined) return `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`;
  const isMore = !Object.hasOwn(tags, key) && Object.keys(tags).length >= MAX_TAGS_PER_RESOURCE;
  return isMore ? `A resource has at most ${MAX_TAGS_PER_RESOURCE} tags.` : undefined;
}

/** Saves one cell: shown at once; refused, it is said at the cell, and what was wanted stays there. */
export function useSaveCell(): (cell: SavedCell) => void {
  const editTags = useEditTags();
  return useMemo(() => {
    function save(cell: SavedCell): void {
      const { row, column, value } = cell;
      const key = tagKeyOf(column);
      if (key === undefined || valueIn(row.tags, key) === value) return;
      const { id, name, tags, revision } = row;
      editTags({ id, name, seen: { tags, revision }, wanted: withValue(tags, key, value), refused: (refusal) => refused(cell, key, refusal) });
    }

    function refused({ row, column, value }: SavedCell, key: string, { problem, theirs }: Refusal): void {
      // Somebody changed another tag of the resource, or made the same of this one: that is no conflict in this cell.
      if (theirs !== null && valueIn(theirs.tags, key) === valueIn(row.tags, key)) return save({ row: { ...row, ...theirs }, column, value });
      if (theirs !== null && valueIn(theirs.tags, key) === value) return;
      const note: CellNote = { kind: 'unsaved', row, column, value, problem, theirs };
      putNotes(note);
      sayUnsaved(note);
    }

    return save;
  }, [editTags]);

  function sayUnsaved({ row, column }: CellNote): void {
    sayLine({ text: `${column} of ${row.name} is not saved`, more: 'What you typed is kept in its cell', isWell: false });
  }
}

/** Takes what is wanted in an unsaved cell to be saved again: over what somebody else made of it, if they did. */
export function takeUnsaved(note: Extract<CellNote, { kind: 'unsaved' }>): SavedCell {
  dropNotes(note);
  sayLine(undefined);
  return { row: { ...note.row, ...note.theirs }, column: note.column, value: note.value };
}
