import type { ResultOutcome } from './operation';

/** An edit of cells is one transaction: no more resources and no more cells than one can wait for. */
export const MAX_CELL_RESOURCES = 1_000;
export const MAX_CELLS = 10_000;

export interface TagBefore {
  key: string;
  /** Null: it was not there. */
  value: string | null;
  origin: 'person' | 'source' | null;
  /** A person had removed it, and sources respected that. */
  wasRemoved: boolean;
}

/** What one tag of one resource is to be. */
export interface CellEdit {
  id: string;
  key: string;
  /** Null removes the tag. */
  value: string | null;
  /** The value that was seen; where it is another by now, nothing is written to the resource. Left out, whatever it is now is overwritten. */
  expected?: string | null | undefined;
  /** An undo puts back whose the tag was, too. Left out, a person sets or removes it. */
  restores?: Pick<TagBefore, 'origin' | 'wasRemoved'> | undefined;
}

/** What became of one resource. `before` has the tags that were written. */
export interface CellsResult {
  id: string;
  outcome: ResultOutcome;
  tags: Record<string, string>;
  revision: number;
  before: TagBefore[];
}
