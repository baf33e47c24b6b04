import { sql } from 'kysely';
import type { WriteTx } from '../write-tx';
import type { ReportNode } from './report-nodes';

const LOCK_CLASS = 0x1d_ea;
/** Batches with as many keys as one may lock one by one that PostgreSQL's lock table has room for. */
export const BATCHES_AT_ONCE = 20;

/**
 * Two batches that speak of one resource for the first time take turns, so that the second finds what the first made; others go on side by
 * side. A batch with more keys than its share of the lock table holds one lock in place of all, and nobody else goes on beside it.
 * Keys are locked in sorted order and after the lock that stands for all, so that no two batches wait for each other.
 */
export async function lockKeys(tx: WriteTx, nodes: ReportNode[]): Promise<void> {
  const keys = [...new Set(nodes.flatMap((node) => [...node.keys.map(({ key }) => `${node.kind} ${key}`), ...(node.id === undefined ? [] : [node.id])]))];
  await sql`
    WITH share AS MATERIALIZED (
      SELECT cardinality(${keys}::text[]) * ${BATCHES_AT_ONCE}::integer
        <= current_setting('max_connections')::integer * current_setting('max_locks_per_transaction')::integer AS fits
    )
    SELECT CASE WHEN fits THEN pg_advisory_xact_lock_shared(${LOCK_CLASS}::integer, 0) ELSE pg_advisory_xact_lock(${LOCK_CLASS}::integer, 0) END,
      (SELECT count(pg_advisory_xact_lock(hash)) FROM (SELECT DISTINCT hashtextextended(key, 0) AS hash FROM unnest(${keys}::text[]) key WHERE fits ORDER BY hash) sorted)
    FROM share`.execute(tx);
}
