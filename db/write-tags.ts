import { type RawBuilder, sql } from 'kysely';
import { planTags, type TagOutcome } from './plan-tags';
import type { ResourceChange, WriteTx } from './write-tx';

/** A tag that was written: as it was and as it is. Where only its origin differs, no value changed. */
export interface TouchedTag {
  resourceId: string;
  key: string;
  oldValue: string | null;
  oldFold: string | null;
  oldOrigin: 'person' | 'source' | null;
  /** Whether it was remembered as removed. */
  wasRemoved: boolean;
  newValue: string | null;
}

interface TagVerdict {
  outcome: TagOutcome;
  /** How many tags more it would have, or has. */
  growth: number;
}

export interface WrittenTags {
  verdicts: Map<string, TagVerdict>;
  touched: TouchedTag[];
  changes: ResourceChange[];
}

/**
 * Writes what `wanted` (see planTags) asks of resources that are locked already: tags, the memory of removals and one more revision
 * where a value changed. What is so already is not written. Inside a bulk transaction it writes the row of the feed, too.
 */
export async function writeTags(tx: WriteTx, wanted: RawBuilder<unknown>): Promise<WrittenTags> {
  const { rows } = await sql<VerdictRow>`
    WITH ${planTags(wanted)}, touched AS MATERIALIZED (
      SELECT p.*, m.key IS NOT NULL AS was_removed FROM pairs AS p
      JOIN verdicts AS v ON v.resource_id = p.resource_id AND v.outcome IN ('changed', 'unchanged')
      LEFT JOIN resource_tag_removals AS m ON m.resource_id = p.resource_id AND m.key = p.key
      WHERE p.value IS DISTINCT FROM p.old_value OR p.origin IS DISTINCT FROM p.old_origin
    ), gone AS (
      DELETE FROM resource_tags AS t USING touched AS p WHERE p.value IS NULL AND t.resource_id = p.resource_id AND t.key = p.key
    ), added AS (
      INSERT INTO resource_tags (resource_id, key, value, value_fold, origin)
      SELECT resource_id, key, value, value_fold, origin FROM touched WHERE value IS NOT NULL AND old_value IS NULL ORDER BY resource_id, key
    ), replaced AS (
      UPDATE resource_tags AS t SET value = p.value, value_fold = p.value_fold, origin = p.origin FROM touched AS p
      WHERE p.value IS NOT NULL AND p.old_value IS NOT NULL AND t.resource_id = p.resource_id AND t.key = p.key
    ), remembered AS (
      INSERT INTO resource_tag_removals (resource_id, key) SELECT resource_id, key FROM touched WHERE removed ORDER BY resource_id, key
      ON CONFLICT (resource_id, key) DO NOTHING
    ), forgotten AS (
      DELETE FROM resource_tag_removals AS m USING touched AS p
      WHERE p.was_removed AND NOT p.removed AND m.resource_id = p.resource_id AND m.key = p.key
    ), counted AS (
      UPDATE resources AS r SET revision = revision + 1, updated_at = now() FROM verdicts AS v WHERE v.outcome = 'changed' AND r.id = v.resource_id
    ), fed AS (
      INSERT INTO resource_changes (what, ids)
      SELECT 't', array_agg(resource_id) FROM verdicts WHERE outcome = 'changed' AND current_setting('gosight.bulk', true) = 'on' HAVING count(*) > 0
    )
    SELECT v.resource_id AS "resourceId", v.outcome, v.growth, t.key, t.old_value AS "oldValue", t.old_fold AS "oldFold", t.old_origin AS "oldOrigin",
      t.was_removed AS "wasRemoved", t.value AS "newValue"
    FROM verdicts AS v LEFT JOIN touched AS t USING (resource_id)
    ORDER BY v.resource_id, t.key`.execute(tx);
  const touched = rows.flatMap(({ resourceId, key, oldValue, oldFold, oldOrigin, wasRemoved, newValue }): TouchedTag[] =>
    key === null ? [] : [{ resourceId, key, oldValue, oldFold, oldOrigin, wasRemoved, newValue }],
  );
  return { verdicts: new Map(rows.map(({ resourceId, outcome, growth }) => [resourceId, { outcome, growth }])), touched, changes: touched.flatMap(changeOf) };
}

/** One for each tag that was written, and one without a key for each resource that has none. */
type VerdictRow = TagVerdict & Omit<TouchedTag, 'key'> & { key: string | null };

function changeOf({ resourceId, key, oldValue, newValue }: TouchedTag): ResourceChange[] {
  return oldValue === newValue ? [] : [{ resourceId, field: `tag:${key}`, oldValue, newValue }];
}
