import type { Actor } from './actor';
import type { TagPatch } from './tags';

/** `failed`: it stopped at an error and goes on when it is run again. */
export type OperationState = 'previewed' | 'running' | 'done' | 'failed';

/** What became of one resource: `refused` for its number of tags, `skipped` by an undo since a tag changed after the edit, `gone` before it came to it. */
export const RESULT_OUTCOMES = ['changed', 'unchanged', 'refused', 'skipped', 'gone'] as const;
export type ResultOutcome = (typeof RESULT_OUTCOMES)[number];

/** One edit of the tags of many resources, or the undo of one. The counts are of resources. */
export interface Operation {
  id: string;
  state: OperationState;
  actor: Actor;
  /** The procedure that made it: `tagEdits.run` or `tagEdits.undo`. */
  action: string;
  reason: string | null;
  /** The selector as it was asked; null when ids were named. */
  query: string | null;
  /** Empty for an undo, which puts back what each resource had. */
  set: TagPatch['set'];
  remove: TagPatch['remove'];
  /** The operation that this one takes back. */
  undoes: string | null;
  /** The operation that takes this one back. */
  undoneBy: string | null;
  matched: number;
  processed: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** Left alone by an undo, or gone. */
  skipped: number;
  failure: string | null;
  createdAt: string;
  /** Until when a preview can be run. */
  expiresAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export interface OperationResult {
  resourceId: string;
  name: string | null;
  kind: string | null;
  outcome: ResultOutcome;
}

/** What an edit does to one key, in numbers of resources; together they are those that matched. */
export interface KeyEffect {
  key: string;
  /** What the key is set to; null when it is removed. */
  value: string | null;
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  /** Of resources that would have too many tags: nothing is written to them. */
  refused: number;
  /** The values that are overwritten or removed, the most frequent first. */
  oldValues: { value: string; count: number }[];
  /** How many old values are not listed. */
  moreOldValues: number;
}

/** What an edit would do to the resources that are frozen in it. */
export interface OperationPreview {
  preview: string;
  expiresAt: string;
  matched: number;
  /** Tags over all keys. */
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  /** Resources to which nothing is written since they would have too many tags. */
  refused: number;
  /** Resources that the edit changes. */
  resources: number;
  keys: KeyEffect[];
}
