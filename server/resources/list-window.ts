import * as z from 'zod/mini';
import { rowsByIds } from '@/db/resources/rows-by-ids';
import type { ResourceRow } from '@/domain/resource';
import type { Context } from '../context';
import { readSelector } from '../read-selector';
import { MAX_PAGE, sortOf, type Total } from './list-resources';

export const WindowInput = z.strictObject({
  q: z.optional(z.string()),
  sort: z.optional(z.string()),
  /** The rank of the first row, from 0. */
  start: z.int().check(z.nonnegative()),
  count: z.int().check(z.minimum(1), z.maximum(MAX_PAGE)),
});

export interface ResourceWindow {
  items: ResourceRow[];
  start: number;
  total: Total;
  /** The moment at which the ages in the query were taken. */
  asOf: string;
}

/** Rows by rank; null while SQL answers, which knows no ranks: read the list page by page. */
export async function listWindow({ db, fleet }: Context, input: z.infer<typeof WindowInput>): Promise<ResourceWindow | null> {
  const selector = await readSelector(db, input.q);
  const now = new Date();
  const found = await fleet?.window({ selector, sort: sortOf(input.sort), start: input.start, count: input.count, now });
  if (found === undefined) return null;
  return { items: await rowsByIds(db, found.ids), start: input.start, total: { value: found.total, relation: 'eq' }, asOf: now.toISOString() };
}
