import type { Operation } from '@/domain/operation';

/** How often an edit of many is asked for its end. */
export const POLL_MS = 50;

/** The questions that the benchmark asks, put the same way to the data layer and over HTTP. `Later` reads an answer after its time was taken. */
export interface Asker {
  list: (input: { q?: string; sort?: string; limit?: number; cursor?: string; total?: 'exact' | 'none' }) => Promise<Later<Page>>;
  window: (input: { start: number; count: number }) => Promise<unknown>;
  facets: (input: { q?: string; facets: string[] }) => Promise<unknown>;
  suggest: (input: { q: string }) => Promise<unknown>;
  children: (id: string) => Promise<unknown>;
  rollup: (id: string) => Promise<unknown>;
  /** Sets tags on all that match, and waits for the end of it. Answers how many were changed. */
  editMany: (q: string, set: Record<string, string>) => Promise<number>;
  editTags: (id: string, set: Record<string, string>) => Promise<unknown>;
}

export type Later<Answer> = () => Answer;

export interface Page {
  items: { id: string }[];
  nextCursor: string | null;
  total: { value: number } | null;
}

/** How many resources an edit that has ended changed. */
export function changedBy({ state, failure, changed }: Operation): number {
  if (state !== 'done') throw new Error(`the edit of many ended as ${state}: ${failure}`);
  return changed;
}
