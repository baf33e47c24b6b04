import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countFeedRows, lockedTable, openTransaction, tag, waitingReaders } from '@/db/fleet/testing/feed-writers';
import { runSql } from '@/db/fleet/testing/run-sql';
import { insertResources } from '@/db/testing/insert-resources';
import { testDb } from '@/db/testing/test-db';
import { uuidV7 } from '@/domain/uuid-v7';
import { parseSelector } from '@/domain/selector/parse-selector';
import { takeTurn } from './take-turns';
import { type FleetTwin, openTwin } from './testing/fleet-twin';
import { tagFilter } from './testing/tag-filter';

vi.setConfig({ testTimeout: 200_000, hookTimeout: 200_000 });
const WAIT = { timeout: 120_000 };

const { db, url } = testDb();
let twin: FleetTwin;
let ids: string[];

beforeEach(async () => {
  ids = await insertResources(db, [{ name: 'one' }, { name: 'two' }, { name: 'three' }]);
  twin = await openTwin(db, url);
  // As long as a transaction of another test file runs on the same server, the feed is read from before the load.
  await twin.follower.catchUp();
});

afterEach(async () => {
  await twin.close();
  await runSql(db)`DELETE FROM resources`;
});

const count = (q: string) => twin.answers.count({ selector: parseSelector(q), now: new Date() });
const [one, two] = [0, 1];

test('a transaction that commits after a younger one is not missed', async () => {
  const older = await openTransaction(db);
  const younger = await openTransaction(db);
  await tag(younger, ids[two]!, 'env', 'prod');
  await younger.commit().execute();
  expect(await count('tag:env=prod')).toBe(1);
  await tag(older, ids[one]!, 'env', 'prod');
  expect(await count('tag:env=prod')).toBe(1);
  await older.commit().execute();
  expect(await count('tag:env=prod')).toBe(2);
});

test('while a long transaction is open every edit is seen at once, and none is read twice', async () => {
  const long = await openTransaction(db);
  for (let i = 0; i < 5; i++) {
    await tag(db, ids[one]!, 'round', String(i));
    expect(await twin.follower.catchUp()).toBe(1);
    expect(await count(`tag:round=${i}`)).toBe(1);
  }
  const pinned = twin.follower.cursor;
  await long.rollback().execute();
  await expect.poll(() => twin.follower.catchUp().then(() => twin.follower.cursor > pinned), WAIT).toBe(true);
});

test('what is rolled back is never seen', async () => {
  const tx = await openTransaction(db);
  await tag(tx, ids[one]!, 'env', 'prod');
  await tx.rollback().execute();
  expect(await count('tag:env=prod')).toBe(0);
});

test('who asks during a catch-up waits for one that starts after the question', async () => {
  const lock = await lockedTable(db, 'feed_pruning');
  const first = twin.follower.catchUp();
  await expect.poll(() => waitingReaders(db), WAIT).toBe(1);
  await tag(db, ids[one]!, 'env', 'prod');
  const second = twin.follower.catchUp();
  expect(twin.follower.catchUp()).toBe(second);
  await lock.rollback().execute();
  await first;
  expect(tagFilter(twin.follower.index, 'env', 'prod')).toBe(0);
  await second;
  expect(tagFilter(twin.follower.index, 'env', 'prod')).toBe(1);
});

test('halfway through a catch-up the index does not stand still', async () => {
  await twin.follower.standing();
  const lock = await lockedTable(db, 'resource_tags');
  await insertResources(db, [{ name: 'four' }]);
  const catchUp = twin.follower.catchUp();
  await expect.poll(() => waitingReaders(db), WAIT).toBe(1);
  let stands = false;
  const standing = twin.follower.standing().then(() => (stands = true));
  await takeTurn();
  expect(stands).toBe(false);
  await lock.rollback().execute();
  await Promise.all([catchUp, standing]);
  expect(await count('')).toBe(4);
});

test('an edit through one process is in the next read of the other', async () => {
  const other = await openTwin(db, url);
  await tag(db, ids[one]!, 'never-seen-before', 'x');
  for (const each of [twin, other]) expect(await each.answers.count({ selector: parseSelector('tag:never-seen-before'), now: new Date() })).toBe(1);
  await other.close();
});

test('a row about resources that are gone, or never were, changes nothing', async () => {
  await runSql(db)`INSERT INTO resource_changes (what, ids) SELECT what::"char", ARRAY[${uuidV7()}, ${uuidV7()}]::uuid[] FROM unnest(ARRAY['r', 'd', 't', 'l', 'a', 'h']) what`;
  await runSql(db)`DELETE FROM resources WHERE id = ${ids[two]}`;
  expect(await count('')).toBe(2);
});

test('a resource with as many and as long tags as there may be', async () => {
  const tx = await openTransaction(db);
  for (let i = 0; i < 64; i++) await tag(tx, ids[one]!, `key-${i}`, `${i}`.padEnd(256, 'é'));
  await tx.commit().execute();
  expect(await count('tags:64 tag:key-63=63é*')).toBe(1);
});

test('heartbeats come with what they say and nothing is read for them', async () => {
  const seen = new Date('2026-01-02T03:04:05.678Z');
  await runSql(db)`UPDATE resources SET last_seen = ${seen} WHERE id = ${ids[one]}`;
  expect(await countFeedRows(db)).toBeGreaterThan(0);
  expect(await count('last_seen:2026-01-02')).toBe(0);
  await runSql(db)`INSERT INTO resource_changes (what, ids, seen) VALUES ('h', ${[ids[one]]}::uuid[], ${[seen]}::timestamptz[])`;
  expect(await count('last_seen:2026-01-02T03:04:05.678Z')).toBe(1);
});
