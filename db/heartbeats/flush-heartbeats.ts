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

interface FallenRow {
  id: string;
  kind: Kind;
  status: Status;
  heard: boolean;
  retired_at: string | null;
}

/** A resource that a heartbeat brings back. */
const IS_FALLEN = sql`(r.status <> 'Online' OR NOT r.heard OR r.retired_at IS NOT NULL)`;

async function flushSome(tx: WriteTx, heartbeats: Heartbeat[], nowMs: number): Promise<Written<string[]>> {
  const ids = heartbeats.map((each) => each.id);
  await asMassWriter(tx);
  // The rows are met, and so locked, in the order of the array: see asMassWriter.
  const { rows } = await sql<{ moved: number; fallen: string[] }>`
    WITH moved AS (
      UPDATE resources r SET last_seen = u.seen
      FROM (SELECT id, to_timestamp(said / 1000.0)::timestamptz(3) AS seen FROM unnest(${ids}::uuid[], ${heartbeats.map((each) => each.seenAt)}::float8[]) u(id, said)) u
      WHERE r.id = u.id AND u.seen > r.last_seen RETURNING r.id, r.last_seen, ${IS_FALLEN} AS is_fallen
    ), fed AS (
      INSERT INTO resource_changes (what, ids, seen) SELECT 'h', array_agg(id), array_agg(last_seen) FROM moved HAVING count(*) > 0
    )
    SELECT count(*) AS moved, coalesce(array_agg(id) FILTER (WHERE is_fallen), '{}') AS fallen FROM moved`.execute(tx);
  const { moved = 0, fallen: fallenAndMoved = [] } = rows[0] ?? {};
  const { missing, fallen } = moved === heartbeats.length ? { missing: [], fallen: fallenAndMoved } : await lookAt(tx, ids);
  return { result: missing, changes: await revive(tx, fallen, heartbeats, nowMs) };
}

/**
 * Row triggers are off; and what a heartbeat may lose (see HeartbeatBuffer) covers not waiting for the disk. Without these joins a statement
 * looks its rows up one by one in the order in which they are given, sorted, so that two of them never wait in a circle.
 */
async function asMassWriter(tx: WriteTx): Promise<void> {
  await sql`
    SELECT set_config('gosight.bulk', 'on', true), set_config('synchronous_commit', 'off', true),
      set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true)`.execute(tx);
}

/** Which of these have no row, and which are not in service. */
async function lookAt(tx: WriteTx, ids: string[]): Promise<{ missing: string[]; fallen: string[] }> {
  const { rows } = await sql<{ id: string; is_missing: boolean }>`
    SELECT u.id, r.id IS NULL AS is_missing FROM unnest(${ids}::uuid[]) u(id) LEFT JOIN resources r ON r.id = u.id WHERE r.id IS NULL OR ${IS_FALLEN}`.execute(tx);
  const those = (isMissing: boolean) => rows.filter((row) => row.is_missing === isMissing).map((row) => row.id);
  return { missing: those(true), fallen: those(false) };
}

const isFresh = (said: number, kind: Kind, nowMs: number): boolean => nowMs - said <= SILENCE_LIMITS[kind].onlineMs;

/** Online again, heard, and in service: those of the fallen that were heard of late. */
async function revive(tx: WriteTx, fallen: string[], heartbeats: Heartbeat[], nowMs: number): Promise<ResourceChange[]> {
  if (fallen.length === 0) return [];
  const said = new Map(heartbeats.map((each) => [each.id, each.seenAt]));
  const found = await sql<FallenRow>`
    SELECT r.id, r.kind, r.status, r.heard, r.retired_at FROM resources r WHERE r.id = ANY(${fallen}::uuid[]) AND ${IS_FALLEN} ORDER BY r.id FOR NO KEY UPDATE`.execute(tx);
  const rows = found.rows.filter((row) => isFresh(said.get(row.id) ?? 0, row.kind, nowMs));
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
