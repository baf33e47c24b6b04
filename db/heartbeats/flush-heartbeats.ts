import { sql } from 'kysely';
import type { Kind } from '@/domain/kinds';
import { SILENCE_LIMITS, type Status } from '@/domain/status';
import type { Db } from '../client';
import { type ResourceChange, type Written, type WriteTx, writeTx } from '../write-tx';

const ROWS_PER_STATEMENT = 1_000;
/** Statements at once. Each locks rows of its own in the order of their ids, so they never wait in a circle. */
const CONNECTIONS = 4;

export interface Heartbeat {
  id: string;
  /** Milliseconds since the epoch. */
  seenAt: number;
}

/**
 * Stores when resources were last heard, each given once. Rows are locked in the order of their ids; last_seen never moves back; a row
 * that fell silent or was retired is back in service. Each thousand is committed by itself. Answers the ids that have no row.
 */
export async function flushHeartbeats(db: Db, heartbeats: readonly Heartbeat[], nowMs: number): Promise<string[]> {
  const intent = { actor: { type: 'source', name: 'heartbeat' }, action: 'heartbeats.flush' } as const;
  const chunks = sortedChunks(heartbeats);
  const missing: string[] = [];
  const flushNext = async () => {
    for (const some of chunks) missing.push(...(await writeTx(db, intent, (tx) => flushSome(tx, some, nowMs))));
  };
  const flushed = await Promise.allSettled(Array.from({ length: CONNECTIONS }, flushNext));
  const failed = flushed.find((each) => each.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return missing;
}

/** Sorted one by one, when its turn comes: sorting all of them at once would hold up the event loop. */
function* sortedChunks(heartbeats: readonly Heartbeat[]): Generator<Heartbeat[]> {
  for (let from = 0; from < heartbeats.length; from += ROWS_PER_STATEMENT) {
    yield heartbeats.slice(from, from + ROWS_PER_STATEMENT).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

interface HeardRow {
  id: string;
  kind: Kind;
  status: Status;
  heard: boolean;
  retired_at: string | null;
  said: number;
  moved: boolean;
}

async function flushSome(tx: WriteTx, heartbeats: Heartbeat[], nowMs: number): Promise<Written<string[]>> {
  await sql`SET LOCAL gosight.bulk = 'on'`.execute(tx);
  const { rows } = await sql<HeardRow>`
    WITH u AS MATERIALIZED (
      SELECT id, to_timestamp(said / 1000.0)::timestamptz(3) AS seen, said
      FROM unnest(${heartbeats.map((each) => each.id)}::uuid[], ${heartbeats.map((each) => each.seenAt)}::float8[]) u(id, said)
    ), l AS MATERIALIZED (
      SELECT id, kind, status, heard, retired_at, last_seen FROM resources
      WHERE id = ANY(${heartbeats.map((each) => each.id)}::uuid[]) ORDER BY id FOR NO KEY UPDATE
    ), moved AS (
      UPDATE resources r SET last_seen = u.seen FROM l JOIN u USING (id) WHERE r.id = l.id AND u.seen > l.last_seen RETURNING r.id
    )
    SELECT l.id, l.kind, l.status, l.heard, l.retired_at, u.said, moved.id IS NOT NULL AS moved
    FROM l JOIN u USING (id) LEFT JOIN moved USING (id)`.execute(tx);
  await feedHeartbeats(tx, rows.filter((row) => row.moved));
  const changes = await revive(tx, rows.filter((row) => isBack(row, nowMs)));
  const found = new Set(rows.map((row) => row.id));
  return { result: heartbeats.map((each) => each.id).filter((id) => !found.has(id)), changes };
}

/** Row triggers are off for mass writers; one feed row tells what they would have told. */
async function feedHeartbeats(tx: WriteTx, rows: HeardRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    INSERT INTO resource_changes (what, ids, seen)
    SELECT 'h', array_agg(id), array_agg(to_timestamp(said / 1000.0))
    FROM unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.said)}::float8[]) u(id, said)`.execute(tx);
}

function isBack(row: HeardRow, nowMs: number): boolean {
  if (row.status === 'Online' && row.heard && row.retired_at === null) return false;
  return nowMs - row.said <= SILENCE_LIMITS[row.kind].onlineMs;
}

/** Online again, heard, and in service. */
async function revive(tx: WriteTx, rows: HeardRow[]): Promise<ResourceChange[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  await sql`
    UPDATE resources SET status = 'Online', heard = true, retired_at = NULL, updated_at = now() WHERE id = ANY(${ids}::uuid[])`.execute(tx);
  await sql`INSERT INTO resource_changes (what, ids) VALUES ('r', ${ids}::uuid[])`.execute(tx);
  return rows.flatMap((row): ResourceChange[] => [
    ...(row.status === 'Online' ? [] : [{ resourceId: row.id, field: 'status', oldValue: row.status, newValue: 'Online' }]),
    ...(row.retired_at === null ? [] : [{ resourceId: row.id, field: 'retired', oldValue: row.retired_at, newValue: null }]),
  ]);
}
