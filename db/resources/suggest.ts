import { sql } from 'kysely';
import type { FacetValue } from '@/domain/facet-counts';
import { fold } from '@/domain/fold';
import type { Db } from '../client';

export type SuggestSpace = 'tag' | 'label';

interface SuggestQuery {
  space: SuggestSpace;
  prefix: string;
  limit: number;
}

/** Keys that begin with the prefix, in order, with the number of resources that have each. Jumps from key to key along the index. */
export async function suggestKeys(db: Db, { space, prefix, limit }: SuggestQuery): Promise<FacetValue[]> {
  const table = sql.table(`resource_${space}s`);
  const start = fold(prefix);
  // uses (key, value_fold, resource_id) for the jumps and alone for the counts; the few that are retired are taken off
  const { rows } = await sql<FacetValue>`
    WITH RECURSIVE retired AS MATERIALIZED (
      SELECT kv.key, count(*) AS n FROM resources AS r JOIN ${table} AS kv ON kv.resource_id = r.id WHERE r.retired_at IS NOT NULL GROUP BY kv.key
    ), keys AS (
      (SELECT key FROM ${table} WHERE key >= ${start} ORDER BY key LIMIT 1)
      UNION ALL
      SELECT (SELECT kv.key FROM ${table} AS kv WHERE kv.key > keys.key ORDER BY kv.key LIMIT 1)
      FROM keys WHERE starts_with(keys.key, ${start})
    ), counted AS (
      SELECT keys.key AS value,
        (SELECT count(*) FROM ${table} AS kv WHERE kv.key = keys.key) - coalesce((SELECT n FROM retired WHERE retired.key = keys.key), 0) AS count
      FROM keys WHERE starts_with(keys.key, ${start})
    ) SELECT value, count FROM counted WHERE count > 0 LIMIT ${limit}`.execute(db);
  return rows;
}

/** Values of one key that begin with the prefix, in order, each in its commonest spelling, with its number of resources. */
export async function suggestValues(db: Db, { space, key, prefix, limit }: SuggestQuery & { key: string }): Promise<FacetValue[]> {
  const table = sql.table(`resource_${space}s`);
  const start = fold(prefix);
  const ofKey = fold(key);
  // uses (key, value_fold, resource_id) for the jumps and for the counts
  const { rows } = await sql<{ spelled: string[]; count: number }>`
    WITH RECURSIVE folds AS (
      (SELECT value_fold FROM ${table} WHERE key = ${ofKey} AND value_fold >= ${start} ORDER BY value_fold LIMIT 1)
      UNION ALL
      SELECT (SELECT kv.value_fold FROM ${table} AS kv WHERE kv.key = ${ofKey} AND kv.value_fold > folds.value_fold ORDER BY kv.value_fold LIMIT 1)
      FROM folds WHERE starts_with(folds.value_fold, ${start})
    )
    SELECT counted.spelled, counted.count FROM folds CROSS JOIN LATERAL (
      SELECT array_agg(value ORDER BY n DESC, value) AS spelled, sum(n)::bigint AS count FROM (
        SELECT kv.value, count(*) AS n FROM ${table} AS kv JOIN resources AS r ON r.id = kv.resource_id
        WHERE kv.key = ${ofKey} AND kv.value_fold = folds.value_fold AND r.retired_at IS NULL GROUP BY kv.value
      ) AS spellings
    ) AS counted
    WHERE starts_with(folds.value_fold, ${start}) AND counted.count > 0 LIMIT ${limit}`.execute(db);
  return rows.map(({ spelled, count }) => ({ value: spelled[0] ?? '', count, ...(spelled.length > 1 ? { variants: spelled } : {}) }));
}
