'use client';

import { useSyncExternalStore } from 'react';
import type { ColumnName } from '@/domain/columns';
import type { SeenTags } from '../tags/tag-draft';

/** The resource whose cell it is, as it was seen. */
export interface SeenRow extends SeenTags {
  id: string;
  name: string;
}

interface CellOfRow {
  row: SeenRow;
  column: ColumnName;
}

export type CellNote = CellOfRow &
  (
    | { kind: 'editing'; rank: number; text: string; problem: string | null }
    /** It could not be saved: what was wanted is kept. With `theirs`, since somebody else made something else of it meanwhile. */
    | { kind: 'unsaved'; value: string | null; problem: string; theirs: SeenTags | null }
    /** Something to know about the cell; `isBad` where it stood in the way. */
    | { kind: 'said'; text: string; isBad: boolean }
  );

export type CellNotes = ReadonlyMap<string, CellNote>;

/** The column in which it is said: a tag that is not saved and has none of its own stands among all tags. */
export const columnOfNote = ({ kind, column }: CellNote, shown: readonly ColumnName[]): ColumnName => (kind !== 'unsaved' || shown.includes(column) ? column : 'tags');

export const noteName = (id: string, column: string): string => `${id} ${column}`;
const nameOf = ({ row, column }: CellOfRow): string => noteName(row.id, column);

// Outside of React: what was typed outlives the row that scrolls out of sight, and the list itself.
let notes: CellNotes = new Map();
const NONE: CellNotes = new Map();
const listeners = new Set<() => void>();

function write(next: CellNotes): void {
  notes = next;
  for (const listener of listeners) listener();
}

export const noteAt = (id: string, column: string): CellNote | undefined => notes.get(noteName(id, column));

export function putNotes(...added: CellNote[]): void {
  // The newest stand last.
  dropNotes(...added.flatMap((note) => notes.get(nameOf(note)) ?? []));
  if (added.length > 0) write(new Map([...notes, ...added.map((note): [string, CellNote] => [nameOf(note), note])]));
}

/** Drops these notes; one that has become another meanwhile stays. */
export function dropNotes(...dropped: CellNote[]): void {
  const gone = new Set(dropped);
  if (gone.size > 0) write(new Map([...notes].filter(([, note]) => !gone.has(note))));
}

export const notesWhere = <Kind extends CellNote['kind']>(kind: Kind): Extract<CellNote, { kind: Kind }>[] =>
  [...notes.values()].filter((note): note is Extract<CellNote, { kind: Kind }> => note.kind === kind);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useCellNotes = (): CellNotes => useSyncExternalStore(subscribe, () => notes, () => NONE);
