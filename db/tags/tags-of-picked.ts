import { sql } from 'kysely';
import type { TagCount, TagCounts } from '@/domain/tag-counts';
import type { Db } from '../client';
import { type Picked, pickedIds } from '../picked-ids';

/** Which tags resources have, and how many of them each: all of them, or some. */
export async function tagsOfPicked(db: Db, picked: Picked, { valuesPerKey }: { valuesPerKey: number }): Promise<TagCounts> {
  const { rows } = await sql<Omit<TagCount, 'key'> & { key: string | null }>`
    WITH picked AS MATERIALIZED (${pickedIds(picked)}), counted AS (
      SELECT t.key, t.value, count(*) AS n FROM picked AS p JOIN resource_tags AS t ON t.resource_id = p.id GROUP BY t.key, t.value
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY key ORDER BY n DESC, value) AS rank FROM counted
    )
    SELECT NULL AS key, count(*) AS count, '[]'::json AS values, 0 AS "moreValues" FROM picked
    UNION ALL (
      SELECT key, sum(n)::bigint, json_agg(json_build_object('value', value, 'count', n) ORDER BY rank) FILTER (WHERE rank <= ${valuesPerKey}),
        greatest(count(*) - ${valuesPerKey}, 0)
      FROM ranked GROUP BY key ORDER BY 2 DESC, key
    )`.execute(db);
  return {
    total: rows.find(({ key }) => key === null)?.count ?? 0,
    keys: rows.flatMap(({ key, ...rest }) => (key === null ? [] : [{ key, ...rest }])),
  };
}
