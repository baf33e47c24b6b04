import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { killReaders, lockedTable, openTransaction, tag, waitingReaders } from '@/db/fleet/testing/feed-writers';
import { runSql } from '@/db/fleet/testing/run-sql';
import { insertResources } from '@/db/testing/insert-resources';
import { testDb } from '@/db/testing/test-db';
import { parseSelector } from '@/domain/selector/parse-selector';
import { DEFAULT_SORT } from '@/domain/sort';
import { uuidV7 } from '@/domain/uuid-v7';
import { FleetAnswers } from './fleet-answers';
import { RunningFleet } from './run-fleet';

const { db, url } = testDb();
vi.setConfig({ testTimeout: 200_000, hookTimeout: 200_000 });
const WAIT = { timeout: 120_000 };
let fleet: RunningFleet;
let said: string[];
let ids: string[];

beforeEach(async () => {
  ids = await insertResources(db, [{ name: 'b' }, { name: 'a' }]);
  said = [];
  const say = (_: object, message: string) => said.push(message);
  fleet = new RunningFleet({ db, url, log: { info: say, warn: say }, idleMs: 20 });
  fleet.start();
  await vi.waitFor(() => expect(fleet.state).toEqual({ state: 'ready', resources: 2 }), WAIT);
});

afterEach(async () => {
  await fleet.stop();
  await runSql(db)`DELETE FROM resources`;
});

const answers = () => new FleetAnswers(db, () => fleet.fresh(), () => fleet.asItStands);
const names = async () => {
  const asked = answers();
  const list = await asked.list({ selector: parseSelector(''), sort: DEFAULT_SORT, limit: 10, now: new Date() });
  return { by: asked.answeredBy, names: list?.ids.map((id) => ids.indexOf(id)) };
};

test('it registers as a reader of the feed, and is forgotten when it ends', async () => {
  expect(await db.selectFrom('feed_readers').selectAll().execute()).toHaveLength(1);
  await fleet.stop();
  expect(await db.selectFrom('feed_readers').selectAll().execute()).toEqual([]);
  expect(fleet.state).toEqual({ state: 'off' });
});

test('a connection that breaks leaves the answers to SQL, and the index comes back with what was missed', async () => {
  await killReaders(db);
  await expect.poll(() => said, WAIT).toContain('the fleet index was lost: SQL answers until it is back');
  await runSql(db)`UPDATE resources SET name = 'z', name_fold = 'z' WHERE id = ${ids[1]}`;
  await expect.poll(names, WAIT).toEqual({ by: 'index', names: [0, 1] });
  expect(said.filter((line) => line === 'the fleet index is loaded')).toHaveLength(1);
});

test('killed in the middle of a catch-up, it gives SQL the word and ends up right', async () => {
  const lock = await lockedTable(db, 'resources');
  await runSql(lock)`INSERT INTO resource_changes (what, ids) VALUES ('r', ${ids}::uuid[])`;
  await runSql(lock)`UPDATE resources SET name = 'z', name_fold = 'z' WHERE id = ${ids[1]}`;
  // The feed of another transaction makes the index read the table that is locked.
  await runSql(db)`INSERT INTO resource_changes (what, ids) VALUES ('r', ${ids}::uuid[])`;
  const asked = names();
  await expect.poll(() => waitingReaders(db), WAIT).toBeGreaterThan(0);
  await killReaders(db);
  expect(await asked).toEqual({ by: 'sql', names: undefined });
  await lock.commit().execute();
  await expect.poll(names, WAIT).toEqual({ by: 'index', names: [0, 1] });
});

test('a feed that was pruned beyond it makes it load anew', async () => {
  await tag(db, ids[0]!, 'env', 'prod');
  // Beyond a catch-up, too, that goes on just now.
  await runSql(db)`UPDATE feed_pruning SET pruned_below = ((pg_current_xact_id()::text::bigint + 1)::text)::xid8`;
  await expect.poll(() => said.filter((line) => line === 'the fleet index is loaded').length, WAIT).toBeGreaterThan(1);
  await expect.poll(() => answers().count({ selector: parseSelector('tag:env=prod'), now: new Date() }), WAIT).toBe(1);
});

test('who waits too long is answered by SQL', async () => {
  const impatient = new RunningFleet({ db, url, log: { info: () => undefined, warn: () => undefined }, idleMs: 60_000, patienceMs: 50 });
  impatient.start();
  await expect.poll(() => impatient.state.state, WAIT).toBe('ready');
  const lock = await lockedTable(db, 'feed_pruning');
  expect(await impatient.fresh()).toBeUndefined();
  await lock.rollback().execute();
  await expect.poll(() => impatient.state.state, WAIT).toBe('ready');
  await impatient.stop();
});

test('ids that the index has are known without a catch-up, and one that it has not with it', async () => {
  const lock = await lockedTable(db, 'feed_pruning');
  expect(await answers().known(ids)).toEqual(new Set(ids));
  const [late = ''] = await insertResources(db, [{ name: 'late' }]);
  const asked = answers().known([...ids, late, uuidV7()]);
  await expect.poll(() => waitingReaders(db), WAIT).toBeGreaterThan(0);
  await lock.rollback().execute();
  expect(await asked).toEqual(new Set([...ids, late]));
});

test('annotations are asked of SQL, and the rest of the query of the index', async () => {
  await runSql(db)`INSERT INTO resource_annotations (resource_id, key, value, value_fold) VALUES (${ids[0]}, 'Owner', 'Ada', 'ada')`;
  const tx = await openTransaction(db);
  await tag(tx, ids[0]!, 'env', 'prod');
  await tx.commit().execute();
  const count = (q: string) => answers().count({ selector: parseSelector(q), now: new Date() });
  expect(await count('annotation:owner=ada tag:env=prod')).toBe(1);
  expect(await count('annotation:owner!=ada')).toBe(1);
  expect(await count('no:annotation')).toBe(1);
});
