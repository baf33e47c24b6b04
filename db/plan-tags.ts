import { type RawBuilder, sql } from 'kysely';
import { fold } from '@/domain/fold';
import { MAX_TAGS_PER_RESOURCE, type TagPatch } from '@/domain/tags';

/** What becomes of one resource. Nothing is written to one that is refused (too many tags) or skipped (changed since). */
export const TAG_OUTCOMES = ['changed', 'unchanged', 'refused', 'skipped'] as const;
export type TagOutcome = (typeof TAG_OUTCOMES)[number];

/**
 * What a person's patch wants of each resource of a relation with a column `resource_id`: a person's tag, or none and the memory that
 * it was removed, so that no source brings it back.
 */
export function wantedByPatch(resources: RawBuilder<unknown>, patch: TagPatch): RawBuilder<unknown> {
  const set = Object.entries(patch.set);
  const keys = [...set.map(([key]) => key), ...patch.remove];
  const values = [...set.map(([, value]) => value), ...patch.remove.map(() => null)];
  return sql`
    SELECT x.resource_id, p.key, p.value, p.value_fold, CASE WHEN p.value IS NOT NULL THEN 'person' END AS origin,
      p.value IS NULL AS removed, NULL AS expected, false AS is_checked
    FROM ${resources} AS x
    CROSS JOIN unnest(${keys}::text[], ${values}::text[], ${values.map((value) => (value === null ? null : fold(value)))}::text[]) AS p(key, value, value_fold)`;
}

/**
 * The common table expressions that say what `wanted` comes to, for a preview and for the edit alike, so that the two cannot differ.
 * `wanted` has `resource_id, key, value, value_fold, origin, removed, expected, is_checked`. `pairs` adds the tag as it is now
 * (`old_value`, `old_fold`, `old_origin`); `verdicts` has each resource's `outcome`.
 */
export function planTags(wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    pairs AS MATERIALIZED (
      SELECT w.*, t.value AS old_value, t.value_fold AS old_fold, t.origin AS old_origin
      FROM (${wanted}) AS w
      LEFT JOIN resource_tags AS t ON t.resource_id = w.resource_id AND t.key = w.key -- uses the primary key
    ), weighed AS (
      SELECT resource_id, bool_or(is_checked AND old_value IS DISTINCT FROM expected) AS moved_on, bool_or(value IS DISTINCT FROM old_value) AS differs,
        count(*) FILTER (WHERE value IS NOT NULL AND old_value IS NULL) - count(*) FILTER (WHERE value IS NULL AND old_value IS NOT NULL) AS growth
      FROM pairs GROUP BY resource_id
    ), verdicts AS MATERIALIZED (
      SELECT g.resource_id, g.growth,
        CASE
          WHEN g.moved_on THEN 'skipped'
          WHEN NOT g.differs THEN 'unchanged'
          WHEN g.growth > 0 AND g.growth + (SELECT count(*) FROM resource_tags AS t WHERE t.resource_id = g.resource_id) > ${MAX_TAGS_PER_RESOURCE}::integer THEN 'refused'
          ELSE 'changed'
        END AS outcome
      FROM weighed AS g
    )`;
}
