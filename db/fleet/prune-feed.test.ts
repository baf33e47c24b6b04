import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test, vi } from 'vitest';
import { insertResources } from '../testing/insert-resources';
import { testDb } from '../testing/test-db';
import { beatReader, forgetReader } from './feed-readers';
import { pruneFeed } from './prune-feed';
import { countFeedRows, openTransaction, tag } from './testing/feed-writers';

vi.setConfig({ testTimeout: 200_000, hookTimeout: 200_000 });

const { db } = testDb();
let id: string;

/** Transactions of other test files on the same server hold the horizon back for a moment. */
const WAIT = { timeout: 120_000 };

async function pruneAll(): Promise<number> {
  await pruneFeed(db, { keepMs: 0 });
  return countFeedRows(db);
}

beforeEach(async () => {
  await sql`DELETE FROM feed_readers`.execute(db);
  [id = ''] = await insertResources(db, [{ name: 'one' }]);
  await vi.waitFor(async () => expect(await pruneAll()).toBe(0), WAIT);
});

const horizon = async (): Promise<bigint> => {
  const { rows } = await sql<{ xid: string }>`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid`.execute(db);
  return BigInt(rows[0]!.xid);
};
const prunedBelow = async (): Promise<bigint> => BigInt((await db.selectFrom('feed_pruning').select('pruned_below').executeTakeFirstOrThrow()).pruned_below);

test('what a living reader has not read stays; what all have read goes, and the feed says how far', async () => {
  const reader = randomUUID();
  await beatReader(db, reader);
  const before = await prunedBelow();
  await tag(db, id, 'a', '1');
  expect(await pruneFeed(db, { keepMs: 0 })).toBe(0);
  expect(await prunedBelow()).toBe(before);
  const readOn = async () => {
    await beatReader(db, reader, await horizon());
    return pruneAll();
  };
  await expect.poll(readOn, WAIT).toBe(0);
  expect(await prunedBelow()).toBeGreaterThan(before);
  const { cursor } = await db.selectFrom('feed_readers').select('cursor').executeTakeFirstOrThrow();
  expect(await prunedBelow()).toBeLessThanOrEqual(BigInt(cursor));
});

test('a reader that fell silent holds nothing back', async () => {
  await beatReader(db, randomUUID());
  await tag(db, id, 'a', '1');
  await sql`UPDATE feed_readers SET beat_at = now() - interval '61 seconds'`.execute(db);
  await expect.poll(pruneAll, WAIT).toBe(0);
  expect(await db.selectFrom('feed_readers').selectAll().execute()).toEqual([]);
});

test('what was written while an older transaction runs stays, for it will be read from there', async () => {
  const older = await openTransaction(db);
  await tag(db, id, 'a', '1');
  expect(await pruneFeed(db, { keepMs: 0 })).toBe(0);
  await older.commit().execute();
  await expect.poll(pruneAll, WAIT).toBe(0);
});

test('young rows stay, whoever has read them', async () => {
  await tag(db, id, 'a', '1');
  expect(await pruneFeed(db)).toBe(0);
  expect(await countFeedRows(db)).toBe(1);
});

test('a reader that ends is forgotten', async () => {
  const reader = randomUUID();
  await beatReader(db, reader);
  await forgetReader(db, reader);
  await tag(db, id, 'a', '1');
  await expect.poll(pruneAll, WAIT).toBe(0);
});
