import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Db, connect } from '@/db/client';
import { openTransaction, tag } from '@/db/fleet/testing/feed-writers';
import { runSql } from '@/db/fleet/testing/run-sql';
import { flushHeartbeats } from '@/db/heartbeats/flush-heartbeats';
import { markStale } from '@/db/resources/mark-stale';
import { insertResources } from '@/db/testing/insert-resources';
import { testDb } from '@/db/testing/test-db';
import type { LiveRow } from '@/domain/live-row';
import { testCaller } from '../testing/test-caller';
import { LiveFeed } from './live-feed';

const { db, url } = testDb();
vi.setConfig({ testTimeout: 120_000 });
const WAIT = { timeout: 60_000 };
const NOBODY = '0198c0de-0000-7000-8000-000000000001';

/** A server process on the same database, as far as it concerns open pages. */
interface Process {
  db: Db;
  feed: LiveFeed;
  said: string[];
}

/** An open page: the latest values that it was sent, and all that it was sent. */
interface Page {
  rows: Map<string, LiveRow>;
  sent: LiveRow[];
  close: () => Promise<void>;
}

let processes: Process[] = [];
let pages: Page[] = [];
let ids: string[] = [];
const [a, b] = [() => ids[0]!, () => ids[1]!];

beforeEach(async () => {
  ids = await insertResources(db, [{ name: 'a', tags: { env: 'dev' } }, { name: 'b' }]);
  processes = ['one', 'two'].map((name) => {
    const own = connect(url, { maxConnections: 2, applicationName: `live-${name}` });
    const said: string[] = [];
    return { db: own, said, feed: new LiveFeed({ db: () => own, log: { warn: (_, message) => said.push(message) }, everyMs: 20, maxFollowers: 3 }) };
  });
  pages = [];
});

afterEach(async () => {
  await Promise.all(pages.map((page) => page.close()));
  await Promise.all(processes.map((each) => each.db.destroy()));
  await runSql(db)`DELETE FROM resources`;
});

function open({ feed }: Process, shown: readonly string[] = ids): Page {
  const closing = new AbortController();
  const page: Page = { rows: new Map(), sent: [], close: async () => (closing.abort(), reading) };
  const events = feed.follow(shown, [closing.signal]);
  const reading = (async () => {
    for await (const { rows } of events) {
      page.sent.push(...rows);
      for (const row of rows) page.rows.set(row.id, row);
    }
  })();
  pages.push(page);
  return page;
}

/** A page on each of two processes, both with the first values. */
async function openOnBoth(): Promise<[Page, Page]> {
  const both: [Page, Page] = [open(processes[0]!), open(processes[1]!)];
  for (const page of both) await expect.poll(() => page.rows.size, WAIT).toBe(ids.length);
  return both;
}

test('a page is sent the present values first; what names nothing is passed over', async () => {
  const page = open(processes[0]!, [...ids, NOBODY]);
  await expect.poll(() => page.rows.size, WAIT).toBe(2);
  expect(page.rows.get(a())).toEqual({ id: a(), status: 'Online', lastSeen: '2026-01-01T00:00:00.000Z', tags: { env: 'dev' }, revision: 0, retiredAt: null });
});

test('an edit reaches the pages of every process, and pages that do not show the resource are left alone', async () => {
  const both = await openOnBoth();
  const other = open(processes[0]!, [b()]);
  await expect.poll(() => other.rows.size, WAIT).toBe(1);
  await testCaller(db).tags.edit({ id: a(), set: { env: 'prod' } });
  for (const page of both) await expect.poll(() => page.rows.get(a()), WAIT).toMatchObject({ tags: { env: 'prod' }, revision: 1 });
  await testCaller(db).tags.edit({ id: b(), set: { env: 'prod' } });
  await expect.poll(() => other.rows.get(b())?.tags, WAIT).toEqual({ env: 'prod' });
  expect(other.sent.map(({ id }) => id)).toEqual([b(), b()]);
});

test('heartbeats, silence, retirement and what mass writers do reach them too', async () => {
  const both = await openOnBoth();
  const seenAt = Date.parse('2026-02-01T00:00:00Z');
  await flushHeartbeats(db, [{ id: a(), seenAt }], seenAt);
  for (const page of both) await expect.poll(() => page.rows.get(a())?.lastSeen, WAIT).toBe('2026-02-01T00:00:00.000Z');
  await runSql(db)`UPDATE resources SET heard = true`;
  await markStale(db, seenAt + 3_600_000);
  for (const page of both) await expect.poll(() => page.rows.get(a())?.status, WAIT).toBe('Offline');
  const bulk = await openTransaction(db);
  await runSql(bulk)`SET LOCAL gosight.bulk = 'on'`;
  for (const id of ids) await tag(bulk, id, 'wave', '2');
  await runSql(bulk)`INSERT INTO resource_changes (what, ids) VALUES ('t', ${ids}::uuid[])`;
  await bulk.commit().execute();
  for (const page of both) await expect.poll(() => ids.map((id) => page.rows.get(id)?.tags.wave), WAIT).toEqual(['2', '2']);
  await testCaller(db).resources.retire({ id: b() });
  for (const page of both) await expect.poll(() => page.rows.get(b())?.retiredAt, WAIT).not.toBeNull();
});

test('a resource that is gone takes nothing else with it', async () => {
  const [page] = await openOnBoth();
  await runSql(db)`DELETE FROM resources WHERE id = ${b()}`;
  await tag(db, a(), 'env', 'prod');
  await expect.poll(() => page.rows.get(a())?.tags, WAIT).toEqual({ env: 'prod' });
  expect(page.rows.get(b())?.tags).toEqual({});
});

test('transactions that commit in another order than they began are not missed, and nothing is sent twice meanwhile', async () => {
  const [page] = await openOnBoth();
  const slow = await openTransaction(db);
  await tag(slow, a(), 'env', 'slow');
  await tag(db, b(), 'env', 'quick');
  await expect.poll(() => page.rows.get(b())?.tags, WAIT).toEqual({ env: 'quick' });
  await tag(db, b(), 'env', 'quicker');
  await expect.poll(() => page.rows.get(b())?.tags, WAIT).toEqual({ env: 'quicker' });
  await slow.commit().execute();
  await expect.poll(() => page.rows.get(a())?.tags, WAIT).toEqual({ env: 'slow' });
  expect(page.sent.filter(({ id }) => id === b()).map(({ tags }) => tags.env)).toEqual([undefined, 'quick', 'quicker']);
});

test('a database that went away is found again, with what was missed', async () => {
  const [page] = await openOnBoth();
  await runSql(db)`ALTER TABLE resource_changes RENAME TO hidden_changes`;
  await expect.poll(() => processes[0]!.said, WAIT).toHaveLength(1);
  await runSql(db)`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'live-%'`;
  // It looks for the feed all the time: what it is to have missed comes together with the feed.
  const back = await openTransaction(db);
  await runSql(back)`ALTER TABLE hidden_changes RENAME TO resource_changes`;
  await tag(back, a(), 'env', 'prod');
  await runSql(back)`DELETE FROM resource_changes`;
  await back.commit().execute();
  await expect.poll(() => page.rows.get(a())?.tags, WAIT).toEqual({ env: 'prod' });
});

test('a feed that was pruned beyond it has every row read anew', async () => {
  const [page] = await openOnBoth();
  const begun = await openTransaction(db);
  await tag(begun, a(), 'env', 'prod');
  await runSql(begun)`DELETE FROM resource_changes`;
  await runSql(begun)`UPDATE feed_pruning SET pruned_below = ((pg_current_xact_id()::text::bigint + 1)::text)::xid8`;
  await begun.commit().execute();
  await expect.poll(() => page.rows.get(a())?.tags, WAIT).toEqual({ env: 'prod' });
  await runSql(db)`UPDATE feed_pruning SET pruned_below = '0'`;
});

test('so many pages and no more; one that closes makes room, and after the last nothing runs', async () => {
  const { feed, db: own } = processes[0]!;
  const [first, ...others] = [open(processes[0]!), open(processes[0]!), open(processes[0]!)];
  expect(() => feed.follow(ids, [])).toThrow('3 pages follow their rows here already');
  await first!.close();
  expect(feed.size).toBe(2);
  expect((await feed.follow(ids, [AbortSignal.abort()]).next()).done).toBe(true);
  await Promise.all(others.map((page) => page.close()));
  expect(feed.size).toBe(0);
  const again = open(processes[0]!);
  await expect.poll(() => again.rows.size, WAIT).toBe(2);
  await again.close();
  await own.destroy();
  expect(processes[0]!.said).toEqual([]);
});
