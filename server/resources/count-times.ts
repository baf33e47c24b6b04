import * as z from 'zod/mini';
import { countTimes as countInSql } from '@/db/resources/count-times';
import { COUNTED_TIMES, type TimeCounts } from '@/domain/time-counts';
import type { Context } from '../context';
import { readSelector } from '../read-selector';

export const TimesInput = z.strictObject({ q: z.optional(z.string()), field: z.enum(COUNTED_TIMES) });

/** When the resources of the query were seen, registered or changed, in buckets of a readable width. */
export async function countTimes({ db, fleet }: Context, { q, field }: z.infer<typeof TimesInput>): Promise<TimeCounts> {
  const query = { selector: await readSelector(db, q), field, now: new Date() };
  return (await fleet?.times(query)) ?? (await countInSql(db, query));
}
