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

interface Outcome {
  id: string;
  /** Null: there is no such row. */
  kind: Kind | null;
  status: Status;
  heard: boolean;
  retired_at: string | null;
  said: number;
}

type HeardRow = Outcome & { kind: Kind };

/** One statement moves the rows, tells the feed and answers only what needs more than that: whatever has no row, or was not in service. */
async function flushSome(tx: WriteTx, heartbeats: Heartbeat[], nowMs: number): Promise<Written<string[]>> {
  // Row triggers are off for mass writers; and what a heartbeat may lose (see HeartbeatBuffer) covers not waiting for the disk.
  await sql`SELECT set_config('gosight.bulk', 'on', true), set_config('synchronous_commit', 'off', true)`.execute(tx);
  const { rows } = await sql<Outcome>`
    WITH u AS MATERIALIZED (
      SELECT id, to_timestamp(said / 1000.0)::timestamptz(3) AS seen, said
      FROM unnest(${heartbeats.map((each) => each.id)}::uuid[], ${heartbeats.map((each) => each.seenAt)}::float8[]) u(id, said)
    ), l AS MATERIALIZED (
      SELECT id, kind, status, heard, retired_at, last_seen FROM resources
      WHERE id = ANY(${heartbeats.map((each) => each.id)}::uuid[]) ORDER BY id FOR NO KEY UPDATE
    ), moved AS (
      UPDATE resources r SET last_seen = u.seen FROM l JOIN u USING (id) WHERE r.id = l.id AND u.seen > l.last_seen RETURNING r.id, r.last_seen
    ), fed AS (
      INSERT INTO resource_changes (what, ids, seen) SELECT 'h', array_agg(id), array_agg(last_seen) FROM moved HAVING count(*) > 0
    )
    SELECT u.id, u.said, l.kind, l.status, l.heard, l.retired_at FROM u LEFT JOIN l USING (id)
    WHERE l.id IS NULL OR l.status <> 'Online' OR NOT l.heard OR l.retired_at IS NOT NULL`.execute(tx);
  const changes = await revive(tx, rows.filter((row): row is HeardRow => row.kind !== null && isFresh(row.said, row.kind, nowMs)));
  return { result: rows.filter((row) => row.kind === null).map((row) => row.id), changes };
}

const isFresh = (said: number, kind: Kind, nowMs: number): boolean => nowMs - said <= SILENCE_LIMITS[kind].onlineMs;

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
