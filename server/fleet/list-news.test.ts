import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tag } from '@/db/fleet/testing/feed-writers';
import { runSql } from '@/db/fleet/testing/run-sql';
import { flushHeartbeats } from '@/db/heartbeats/flush-heartbeats';
import { insertResources } from '@/db/testing/insert-resources';
import { testDb } from '@/db/testing/test-db';
import { MAX_NAMED } from '@/domain/list-news';
import { parseSelector } from '@/domain/selector/parse-selector';
import { type FleetTwin, openTwin } from './testing/fleet-twin';

vi.setConfig({ testTimeout: 200_000, hookTimeout: 200_000 });

const { db, url } = testDb();
let twin: FleetTwin;
let ids: string[];
const [a, b, c] = [() => ids[0]!, () => ids[1]!, () => ids[2]!];

beforeEach(async () => {
  ids = await insertResources(db, [{ name: 'a', tags: { env: 'prod' } }, { name: 'b', tags: { env: 'prod' } }, { name: 'c' }]);
  twin = await openTwin(db, url);
});

afterEach(async () => {
  await twin.close();
  await runSql(db)`DELETE FROM resources`;
});

async function markOf(q: string): Promise<string> {
  const list = await twin.answers.list({ selector: parseSelector(q), sort: [], limit: 1, now: new Date(), marked: true });
  return list!.mark!;
}

/** As a page is told: the index catches up by itself. */
async function newsOf(mark: string) {
  await twin.follower.catchUp();
  return twin.answers.news(mark);
}

const NOTHING = { added: 0, gone: 0, changed: 0, changedIds: [] };

test('nothing has become of a list that was just read, and heartbeats are no change', async () => {
  const mark = await markOf('tag:env=prod');
  expect(await newsOf(mark)).toEqual(NOTHING);
  const seenAt = Date.parse('2026-02-01T00:00:00Z');
  await flushHeartbeats(db, ids.map((id) => ({ id, seenAt })), seenAt);
  expect(await newsOf(mark)).toEqual(NOTHING);
});

test('what matches now, what matches no more and what is another are told apart', async () => {
  const mark = await markOf('tag:env=prod');
  const everything = await markOf('');
  await tag(db, b(), 'env', 'dev');
  await tag(db, c(), 'env', 'prod');
  await tag(db, a(), 'team', 'core');
  expect(await newsOf(mark)).toEqual({ added: 1, gone: 1, changed: 1, changedIds: [a()] });
  const [d = ''] = await insertResources(db, [{ name: 'd', tags: { env: 'prod' } }]);
  expect(await newsOf(mark)).toEqual({ added: 2, gone: 1, changed: 1, changedIds: [a()] });
  const all = await newsOf(everything);
  expect({ ...all, changedIds: all?.changedIds?.sort() }).toEqual({ added: 1, gone: 0, changed: 3, changedIds: [...ids].sort() });
  await runSql(db)`UPDATE resources SET retired_at = now() WHERE id = ${d}`;
  await tag(db, b(), 'env', 'prod');
  expect(await newsOf(mark)).toMatchObject({ added: 1, gone: 0, changed: 2 });
  expect(await newsOf(await markOf('tag:env=prod'))).toEqual(NOTHING);
});

test('what comes in the place of a deleted resource is new', async () => {
  const mark = await markOf('');
  await runSql(db)`DELETE FROM resources WHERE id = ${b()}`;
  expect(await newsOf(mark)).toEqual({ added: 0, gone: 1, changed: 0, changedIds: [] });
  await insertResources(db, [{ name: 'e' }]);
  expect(await newsOf(mark)).toEqual({ added: 1, gone: 1, changed: 0, changedIds: [] });
});

test('many changes are counted and not named; an index that has grown counts on', async () => {
  const mark = await markOf('');
  const more = await insertResources(db, Array.from({ length: 2_000 }, (_, place) => ({ name: `n${place}` })));
  expect(await newsOf(mark)).toEqual({ added: 2_000, gone: 0, changed: 0, changedIds: [] });
  const wide = await markOf('');
  await runSql(db)`UPDATE resources SET group_name = 'x' WHERE id = ANY (${more.slice(0, MAX_NAMED + 1)}::uuid[])`;
  expect(await newsOf(wide)).toEqual({ added: 0, gone: 0, changed: MAX_NAMED + 1, changedIds: undefined });
});

test('time alone can change what a query picks', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-01T00:01:00Z') });
  const mark = await markOf('last_seen<5m');
  expect(await newsOf(mark)).toEqual(NOTHING);
  vi.setSystemTime(Date.parse('2026-01-01T00:10:00Z'));
  expect(await newsOf(mark)).toEqual({ added: 0, gone: 3, changed: 0, changedIds: [] });
  vi.useRealTimers();
});

test('a list that was read from another index is not known, and the least asked about are forgotten', async () => {
  const other = await openTwin(db, url);
  const mark = await markOf('');
  expect(await other.answers.news(mark)).toBe(null);
  await other.close();
  const second = await markOf('');
  for (let i = 0; i < 255; i++) {
    await markOf('');
    if (i % 100 === 0) await newsOf(mark);
  }
  expect(await newsOf(mark)).toEqual(NOTHING);
  expect(await newsOf(second)).toBe(null);
});
