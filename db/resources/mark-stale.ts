import { sql } from 'kysely';
import { KINDS } from '@/domain/kinds';
import { SILENCE_LIMITS, type Status } from '@/domain/status';
import type { Db } from '../client';
import { type Written, type WriteTx, writeTx } from '../write-tx';

const ROWS_PER_CHUNK = 5_000;
const LOCK = 'gosight.mark-stale';

/**
 * Silence becomes Idle and then Offline, for resources that were heard once. One process at a time; chunks that are committed
 * one by one. Answers how many changed; undefined when another process is at it.
 */
export async function markStale(db: Db, nowMs: number): Promise<number | undefined> {
  let total = 0;
  for (;;) {
    const intent = { actor: { type: 'system', name: 'mark-stale' }, action: 'status.sweep' } as const;
    const marked = await writeTx(db, intent, (tx) => markSome(tx, nowMs));
    if (marked === undefined) return total === 0 ? undefined : total;
    total += marked;
    if (marked < ROWS_PER_CHUNK) return total;
  }
}

interface StaleRow {
  id: string;
  old_status: Status;
  status: Status;
}

async function markSome(tx: WriteTx, nowMs: number): Promise<Written<number | undefined>> {
  const lock = await sql<{ taken: boolean }>`SELECT pg_try_advisory_xact_lock(hashtext(${LOCK})) AS taken`.execute(tx);
  if (lock.rows[0]?.taken !== true) return { result: undefined, changes: [] };
  await sql`SET LOCAL gosight.bulk = 'on'`.execute(tx);
  const { rows } = await sql<StaleRow>`
    WITH limits AS (
      SELECT kind, to_timestamp((${nowMs}::float8 - online_ms) / 1000.0) AS online_since, to_timestamp((${nowMs}::float8 - idle_ms) / 1000.0) AS idle_since
      FROM unnest(${[...KINDS]}::text[], ${KINDS.map((kind) => SILENCE_LIMITS[kind].onlineMs)}::float8[],
                  ${KINDS.map((kind) => SILENCE_LIMITS[kind].idleMs)}::float8[]) u(kind, online_ms, idle_ms)
    ), stale AS MATERIALIZED (
      SELECT r.id, r.status AS old_status, CASE WHEN r.last_seen < limits.idle_since THEN 'Offline' ELSE 'Idle' END AS status
      FROM resources r JOIN limits USING (kind)
      WHERE r.heard AND r.retired_at IS NULL
        AND (r.status = 'Online' AND r.last_seen < limits.online_since OR r.status = 'Idle' AND r.last_seen < limits.idle_since)
      ORDER BY r.id LIMIT ${ROWS_PER_CHUNK} FOR NO KEY UPDATE OF r
    )
    UPDATE resources r SET status = stale.status, updated_at = now() FROM stale WHERE r.id = stale.id
    RETURNING r.id, stale.old_status, stale.status`.execute(tx);
  if (rows.length > 0) await sql`INSERT INTO resource_changes (what, ids) VALUES ('r', ${rows.map((row) => row.id)}::uuid[])`.execute(tx);
  return {
    result: rows.length,
    changes: rows.map((row) => ({ resourceId: row.id, field: 'status', oldValue: row.old_status, newValue: row.status })),
  };
}
