import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { ResourceReport } from '@/domain/resource-report';
import { testDb } from '../testing/test-db';
import { writeTx } from '../write-tx';
import { BATCHES_AT_ONCE } from './lock-keys';
import { NOW_MS, reportOf, said, upsert } from './testing/report-of';
import { upsertResources } from './upsert-resources';

vi.setConfig({ testTimeout: 200_000, hookTimeout: 200_000 });

const { db } = testDb();
/** With two keys each, more hosts than a batch may lock the keys of one by one. */
let many: number;

beforeAll(async () => {
  const { rows } = await sql<{ locks: number }>`
    SELECT current_setting('max_connections')::integer * current_setting('max_locks_per_transaction')::integer AS locks`.execute(db);
  many = Math.floor(rows[0]!.locks / BATCHES_AT_ONCE / 4) * 2 + 2;
});

beforeEach(async () => {
  await sql`TRUNCATE resources, resource_history, resource_changes CASCADE`.execute(db);
});

const hosts = (from: number, count: number): ResourceReport[] =>
  Array.from({ length: count }, (_, i) => reportOf('host', `n${from + i}`, [`strong:host.id=${from + i}`, `weak:host.name=n${from + i}`]));

const countRows = async () => (await db.selectFrom('resources').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;

/** Does `meanwhile` while a transaction that has registered these is still open. */
async function whileRegistering(reports: ResourceReport[], meanwhile: () => Promise<void>): Promise<void> {
  await writeTx(db, { actor: { type: 'source', name: 'test' }, action: 'test.upsert' }, async (tx) => {
    const written = await upsertResources(tx, reports, { nowMs: NOW_MS });
    await meanwhile();
    return written;
  });
}

const waitingForLocks = async () => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`.execute(db);
  return rows[0]?.count;
};

test('who registers other resources does not wait', async () => {
  await whileRegistering(hosts(0, 100), async () => {
    expect(new Set(said(await upsert(db, hosts(100, 100))))).toEqual(new Set(['created']));
  });
  expect(await countRows()).toBe(200);
});

test.each([
  { who: 'one of the same resources', first: () => hosts(0, 1), second: () => hosts(0, 1), rows: () => 1 },
  { who: 'many others', first: () => hosts(0, 1), second: () => hosts(1, many), rows: () => many + 1 },
  { who: 'another, beside many,', first: () => hosts(0, many), second: () => hosts(many, 1), rows: () => many + 1 },
])('who registers $who waits, and finds what was made', async ({ first, second, rows }) => {
  let late: Promise<unknown> | undefined;
  await whileRegistering(first(), async () => {
    late = upsert(db, second());
    await expect.poll(waitingForLocks, { timeout: 60_000 }).toBe(1);
  });
  await late;
  expect(await countRows()).toBe(rows());
});

test('batches of any size about the same resources make each of them once', async () => {
  const some = Math.floor(many / 3);
  const batches = [hosts(0, many), hosts(0, many).toReversed(), hosts(many / 2, many), ...Array.from({ length: 6 }, (_, i) => hosts(i * some, some + 10).toReversed())];
  const told = await Promise.all(batches.map((batch) => upsert(db, batch)));
  const made = Math.max(many * 1.5, some * 6 + 10);
  expect(await countRows()).toBe(made);
  expect(told.flatMap(said).filter((each) => each === 'created')).toHaveLength(made);
});
