import { expect, test } from 'vitest';
import { connect } from '@/db/client';
import { testDb } from '@/db/testing/test-db';
import { uuidV7 } from '@/domain/uuid-v7';
import { HeartbeatBuffer } from './heartbeat-buffer';

const { db } = testDb();
const NOW_MS = Date.now();

async function insert(): Promise<string> {
  const id = uuidV7();
  await db.insertInto('resources').values({ id, kind: 'host', name: 'h', name_fold: 'h', status: 'Online', last_seen: new Date(NOW_MS - 60_000).toISOString() }).execute();
  return id;
}

const lastSeen = async (id: string) => Date.parse((await db.selectFrom('resources').select('last_seen').where('id', '=', id).executeTakeFirstOrThrow()).last_seen);

test('the latest time of each resource is stored, once', async () => {
  const id = await insert();
  const buffer = new HeartbeatBuffer(() => db);
  for (const seenAt of [NOW_MS - 5, NOW_MS, NOW_MS - 9]) buffer.add([{ id, seenAt }]);
  await buffer.flush();
  expect(await lastSeen(id)).toBe(NOW_MS);
  expect(await db.selectFrom('resource_changes').select('ids').where('what', '=', 'h').execute()).toEqual([{ ids: [id] }]);
});

test('nobody has to ask for the flush', async () => {
  const id = await insert();
  new HeartbeatBuffer(() => db).add([{ id, seenAt: NOW_MS }]);
  await expect.poll(() => lastSeen(id), { timeout: 30_000 }).toBe(NOW_MS);
});

test('what could not be stored is kept', async () => {
  const id = await insert();
  const nowhere = connect('postgres://nobody@127.0.0.1:9/nothing');
  let current = nowhere;
  const buffer = new HeartbeatBuffer(() => current);
  buffer.add([{ id, seenAt: NOW_MS }]);
  await expect(buffer.flush()).rejects.toThrow();
  current = db;
  await buffer.flush();
  expect(await lastSeen(id)).toBe(NOW_MS);
  await nowhere.destroy();
});

test('a flush with nothing to store costs nothing, and two at once are one after the other', async () => {
  const id = await insert();
  const buffer = new HeartbeatBuffer(() => db);
  await buffer.flush();
  buffer.add([{ id, seenAt: NOW_MS - 1 }]);
  const first = buffer.flush();
  buffer.add([{ id, seenAt: NOW_MS }]);
  await Promise.all([first, buffer.flush()]);
  expect(await lastSeen(id)).toBe(NOW_MS);
});
