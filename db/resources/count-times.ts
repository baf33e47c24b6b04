import { sql } from 'kysely';
import type { Selector } from '@/domain/selector/tree';
import { timeBuckets } from '@/domain/time-buckets';
import type { CountedTime, TimeCounts } from '@/domain/time-counts';
import type { Db } from '../client';
import { FIELD_COLUMNS } from '../field-columns';
import { matches } from '../matches';

export interface TimesQuery {
  selector: Selector;
  field: CountedTime;
  now: Date;
}

/** How many resources of the query have their time in each bucket. */
export async function countTimes(db: Db, { selector, field, now }: TimesQuery): Promise<TimeCounts> {
  const picked = sql`
    SELECT (extract(epoch FROM ${sql.ref(`r.${FIELD_COLUMNS[field].stored}`)}) * 1000)::bigint AS ms
    FROM resources AS r WHERE ${matches(selector, { now })}`;
  const { rows: extents } = await sql<{ first: string | null; last: string | null }>`
    SELECT min(ms)::text AS first, max(ms)::text AS last FROM (${picked}) AS p`.execute(db);
  const { first = null, last = null } = extents[0] ?? {};
  if (first === null || last === null) return { startMs: 0, widthMs: 1, counts: [], total: 0 };
  const { startMs, widthMs, count } = timeBuckets(Number(first), Number(last));
  // What came in between the two statements and lies outside has no bucket.
  const { rows } = await sql<{ bucket: number; n: number }>`
    SELECT ((ms - ${startMs}::bigint) / ${widthMs}::bigint)::int AS bucket, count(*)::int AS n
    FROM (${picked}) AS p WHERE ms >= ${startMs}::bigint AND ms < ${startMs + count * widthMs}::bigint GROUP BY 1`.execute(db);
  const counts = Array.from({ length: count }, () => 0);
  for (const { bucket, n } of rows) counts[bucket] = n;
  return { startMs, widthMs, counts, total: counts.reduce((sum, n) => sum + n, 0) };
}
