import type { CellEdit, TagBefore } from '@/domain/tag-cells';
import { undoStack } from './undo-stack';

/** A tag to be put back, with the name of its resource. */
export interface StepCell extends CellEdit {
  name: string;
}

/** What takes one edit of a person back. */
export type UndoStep = readonly StepCell[];

/** What puts these tags of a resource back, unless they are no longer what was written. */
export const cellsBack = (resource: { id: string; name: string }, before: readonly TagBefore[], written: (key: string) => string | null): StepCell[] =>
  before.map(({ key, value, ...restores }) => ({ ...resource, key, value, restores, expected: written(key) }));

const listeners = new Set<() => void>();

export function onEdit(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The edits of tags that were made in this tab. */
export const undoSteps = undoStack<UndoStep>();

/** The edit can be taken back once it has its answer; undefined: nothing was written. */
export function recordEdit(step: Promise<UndoStep | undefined>): void {
  undoSteps.record(step);
  for (const listener of listeners) listener();
}
