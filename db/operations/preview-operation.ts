import { sql } from 'kysely';
import type { KeyEffect, Operation, OperationPreview } from '@/domain/operation';
import type { Db } from '../client';
import { planTags, type TagOutcome, wantedByPatch } from '../plan-tags';

const OLD_VALUES = 10;

type Effect = 'added' | 'changed' | 'removed' | 'unchanged' | 'refused';

interface EffectRow {
  /** null: the outcome of whole resources. */
  key: string | null;
  effect: Effect | TagOutcome;
  count: number;
  old_values: { value: string; count: number }[] | null;
  distinct_values: number;
}

/** What an edit would do to every resource that is frozen in it, as its tags are now. */
export async function previewOperation(db: Db, { id, set, remove, matched, expiresAt }: Operation): Promise<OperationPreview> {
  const { rows } = await sql<EffectRow>`
    WITH frozen AS MATERIALIZED (
      SELECT unnest(ids) AS resource_id FROM operation_chunks WHERE operation_id = ${id}
    ), ${planTags(wantedByPatch(sql`frozen`, { set, remove }))}, effects AS (
      SELECT key, effect, CASE WHEN effect IN ('changed', 'removed') THEN old_value END AS old_value, count(*) AS n
      FROM (
        SELECT p.key, p.old_value,
          CASE
            WHEN v.outcome = 'refused' THEN 'refused'
            WHEN p.value IS NOT DISTINCT FROM p.old_value THEN 'unchanged'
            WHEN p.old_value IS NULL THEN 'added'
            WHEN p.value IS NULL THEN 'removed'
            ELSE 'changed'
          END AS effect
        FROM pairs AS p JOIN verdicts AS v USING (resource_id)
      ) AS each_pair
      GROUP BY 1, 2, 3
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY key, effect ORDER BY n DESC, old_value) AS rank FROM effects
    )
    SELECT key, effect, sum(n)::bigint AS count, count(old_value) AS distinct_values,
      json_agg(json_build_object('value', old_value, 'count', n) ORDER BY rank) FILTER (WHERE rank <= ${OLD_VALUES} AND old_value IS NOT NULL) AS old_values
    FROM ranked GROUP BY key, effect
    UNION ALL
    SELECT NULL, outcome, count(*), 0, NULL FROM verdicts GROUP BY outcome`.execute(db);
  const keys = [...Object.entries(set), ...remove.map((key): [string, null] => [key, null])].map(([key, value]) => keyEffect(key, value, rows));
  const total = (effect: Effect) => keys.reduce((sum, each) => sum + each[effect], 0);
  const resources = (outcome: TagOutcome) => countOf(rows, null, outcome);
  return {
    preview: id,
    expiresAt,
    matched,
    added: total('added'),
    changed: total('changed'),
    removed: total('removed'),
    unchanged: total('unchanged'),
    refused: resources('refused'),
    resources: resources('changed'),
    keys,
  };
}

const rowOf = (rows: readonly EffectRow[], key: string | null, effect: EffectRow['effect']) => rows.find((row) => row.key === key && row.effect === effect);
const countOf = (rows: readonly EffectRow[], key: string | null, effect: EffectRow['effect']): number => rowOf(rows, key, effect)?.count ?? 0;

function keyEffect(key: string, value: string | null, rows: readonly EffectRow[]): KeyEffect {
  const lost = rowOf(rows, key, value === null ? 'removed' : 'changed');
  const oldValues = lost?.old_values ?? [];
  return {
    key,
    value,
    added: countOf(rows, key, 'added'),
    changed: countOf(rows, key, 'changed'),
    removed: countOf(rows, key, 'removed'),
    unchanged: countOf(rows, key, 'unchanged'),
    refused: countOf(rows, key, 'refused'),
    oldValues,
    moreOldValues: (lost?.distinct_values ?? 0) - oldValues.length,
  };
}
