import * as z from 'zod/mini';
import type { Context } from '../context';
import { readSelector } from '../read-selector';
import { ResourceId } from '../resource-id';
import { sortOf } from './list-resources';

export const RankInput = z.strictObject({ q: z.optional(z.string()), sort: z.optional(z.string()), id: ResourceId });

/** Where a resource stands in a list, from 0; null when it is not in it, or while SQL answers, which knows no ranks. */
export async function findRank({ db, fleet }: Context, { q, sort, id }: z.infer<typeof RankInput>): Promise<number | null> {
  const selector = await readSelector(db, q);
  return (await fleet?.rank({ selector, sort: sortOf(sort), id, now: new Date() })) ?? null;
}
