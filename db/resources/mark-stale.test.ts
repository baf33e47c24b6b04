import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Status } from '@/domain/status';
import { uuidV7 } from '@/domain/uuid-v7';
import { testDb } from '../testing/test-db';
import { markStale } from './mark-stale';

const { db } = testDb();
const NOW_MS = Date.parse('2026-03-01T12:00:00Z');
const MINUTE_MS = 60_000;

beforeEach(async () => {
  await sql`TRUNCATE resources, resource_history, resource_changes CASCADE`.execute(db);
});

async function insert(name: string, status: Status, silentMs: number, more: { heard?: boolean; retired_at?: string } = {}): Promise<void> {
  await db.insertInto('resources').values({ id: uuidV7(), kind: 'host', name, name_fold: name, status, last_seen: new Date(NOW_MS - silentMs).toISOString(), ...more }).execute();
}

const statuses = async () => Object.fromEntries((await db.selectFrom('resources').select(['name', 'status']).execute()).map((row) => [row.name, row.status]));

test('silence becomes Idle and then Offline, with history and one feed row', async () => {
  await insert('fresh', 'Online', 5 * MINUTE_MS);
  await insert('quiet', 'Online', 5 * MINUTE_MS + 1);
  await insert('still-idle', 'Idle', 15 * MINUTE_MS);
  await insert('gone', 'Idle', 15 * MINUTE_MS + 1);
  await insert('long-gone', 'Online', 60 * MINUTE_MS);
  await sql`TRUNCATE resource_changes`.execute(db);
  expect(await markStale(db, NOW_MS)).toBe(3);
  expect(await statuses()).toEqual({ fresh: 'Online', quiet: 'Idle', 'still-idle': 'Idle', gone: 'Offline', 'long-gone': 'Offline' });
  const history = await db.selectFrom('resource_history').select(['actor_type', 'field', 'old_value', 'new_value']).orderBy('new_value').orderBy('old_value').execute();
  expect(history).toEqual([
    { actor_type: 'system', field: 'status', old_value: 'Online', new_value: 'Idle' },
    { actor_type: 'system', field: 'status', old_value: 'Idle', new_value: 'Offline' },
    { actor_type: 'system', field: 'status', old_value: 'Online', new_value: 'Offline' },
  ]);
  expect(await db.selectFrom('resource_changes').select('what').execute()).toEqual([{ what: 'r' }]);
  expect(await markStale(db, NOW_MS)).toBe(0);
});

test('what was never heard, or is retired, or is told to be Unknown keeps its status', async () => {
  await insert('imported', 'Online', 60 * MINUTE_MS, { heard: false });
  await insert('retired', 'Online', 60 * MINUTE_MS, { retired_at: new Date(NOW_MS).toISOString() });
  await insert('unknown', 'Unknown', 60 * MINUTE_MS);
  expect(await markStale(db, NOW_MS)).toBe(0);
  expect(await statuses()).toEqual({ imported: 'Online', retired: 'Online', unknown: 'Unknown' });
});

test('one process at a time', async () => {
  await insert('gone', 'Online', 60 * MINUTE_MS);
  await db.transaction().execute(async (other) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('gosight.mark-stale'))`.execute(other);
    expect(await markStale(db, NOW_MS)).toBeUndefined();
  });
  expect(await markStale(db, NOW_MS)).toBe(1);
});
