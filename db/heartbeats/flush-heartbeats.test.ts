import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { uuidV7 } from '@/domain/uuid-v7';
import { testDb } from '../testing/test-db';
import { flushHeartbeats } from './flush-heartbeats';

const { db } = testDb();
const NOW_MS = Date.parse('2026-03-01T12:00:00Z');
const iso = (ms: number) => new Date(ms).toISOString();

beforeEach(async () => {
  await sql`TRUNCATE resources, resource_history, resource_changes CASCADE`.execute(db);
});

async function insert(count: number, more: { status?: 'Online' | 'Offline' | 'Idle' | 'Unknown'; heard?: boolean; retired_at?: string; last_seen?: string } = {}): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidV7()).sort();
  const row = { kind: 'host', name: 'h', name_fold: 'h', status: 'Online', last_seen: iso(NOW_MS - 60_000), ...more } as const;
  await db.insertInto('resources').values(ids.map((id) => ({ id, ...row }))).execute();
  await sql`TRUNCATE resource_changes`.execute(db);
  return ids;
}

const beats = (ids: string[], seenAt = NOW_MS) => ids.map((id) => ({ id, seenAt }));
const rows = () => db.selectFrom('resources').select(['status', 'heard', 'last_seen', 'retired_at']).execute();
const feed = () => db.selectFrom('resource_changes').select(['what', 'ids', 'seen']).orderBy('what').orderBy(sql`cardinality(ids)`, 'desc').execute();

test('moves last_seen forward, with one feed row a thousand and no history', async () => {
  const ids = await insert(1_200);
  await flushHeartbeats(db, beats(ids.toReversed()), NOW_MS);
  expect((await rows()).every((row) => row.last_seen === iso(NOW_MS))).toBe(true);
  const records = await feed();
  expect(records.map(({ what, ids: some, seen }) => [what, some.length, seen?.length])).toEqual([['h', 1_000, 1_000], ['h', 200, 200]]);
  expect(await db.selectFrom('resource_history').selectAll().execute()).toEqual([]);
});

test('never moves it back, and then tells nobody', async () => {
  const ids = await insert(2);
  await flushHeartbeats(db, beats(ids, NOW_MS - 3_600_000), NOW_MS);
  expect((await rows()).map((row) => row.last_seen)).toEqual([iso(NOW_MS - 60_000), iso(NOW_MS - 60_000)]);
  expect(await feed()).toEqual([]);
});

test.each([{ status: 'Offline' }, { status: 'Idle' }, { status: 'Unknown', heard: false }] as const)('what is heard is online again: %j', async (before) => {
  const [id] = await insert(1, before);
  await flushHeartbeats(db, beats([id!]), NOW_MS);
  expect(await rows()).toMatchObject([{ status: 'Online', heard: true }]);
  expect((await feed()).map((record) => record.what)).toEqual(['h', 'r']);
  const history = await db.selectFrom('resource_history').select(['resource_id', 'field', 'old_value', 'new_value']).execute();
  expect(history).toEqual([{ resource_id: id, field: 'status', old_value: before.status, new_value: 'Online' }]);
});

test('what is heard is in service again', async () => {
  const [id] = await insert(1, { retired_at: iso(NOW_MS - 1) });
  await flushHeartbeats(db, beats([id!]), NOW_MS);
  expect(await rows()).toMatchObject([{ retired_at: null }]);
  expect(await db.selectFrom('resource_history').select(['field', 'old_value', 'new_value']).execute()).toEqual([{ field: 'retired', old_value: iso(NOW_MS - 1), new_value: null }]);
});

test('a beat of long ago wakes nobody', async () => {
  const [id] = await insert(1, { status: 'Offline', last_seen: iso(NOW_MS - 7_200_000) });
  await flushHeartbeats(db, beats([id!], NOW_MS - 3_600_000), NOW_MS);
  expect(await rows()).toMatchObject([{ status: 'Offline', last_seen: iso(NOW_MS - 3_600_000) }]);
});

test('ids without a row are answered', async () => {
  const [id] = await insert(1);
  const nobody = uuidV7();
  expect(await flushHeartbeats(db, beats([nobody, id!]), NOW_MS)).toEqual([nobody]);
});

test('flushes of the same rows in any order do not stop each other', async () => {
  const ids = await insert(400);
  await Promise.all(Array.from({ length: 8 }, (_, round) => flushHeartbeats(db, beats(round % 2 ? ids : ids.toReversed(), NOW_MS + round), NOW_MS + round)));
  expect(new Set((await rows()).map((row) => row.last_seen))).toEqual(new Set([iso(NOW_MS + 7)]));
});
