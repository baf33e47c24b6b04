import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDb } from '@/db/testing/test-db';
import { KINDS } from '@/domain/kinds';
import { STATUSES } from '@/domain/status';
import { decodeReport } from '@/server/ingest/decode-reports';
import { receiveReports } from '@/server/ingest/receive';
import { testCaller } from '@/server/testing/test-caller';
import { fillDemo } from './demo-fleet';

const { db, url } = testDb();

test('fills an empty registry with every kind and status, and leaves one that is not empty alone', async () => {
  expect(await fillDemo(url)).toBe(10_000);
  const { rows } = await sql<Record<string, number>>`
    SELECT count(*) AS resources, count(DISTINCT kind) AS kinds, count(DISTINCT status) AS statuses,
      count(*) FILTER (WHERE heard) = count(*) FILTER (WHERE status <> 'Unknown') AS unknown_is_unheard,
      count(*) FILTER (WHERE status = 'Online') BETWEEN 9600 AND 9800 AS most_online,
      count(*) - count(DISTINCT name) > 100 AS names_repeat,
      count(*) FILTER (WHERE tags = '{}') > 100 AS some_without_tags, count(*) FILTER (WHERE labels = '{}') > 50 AS some_without_labels,
      count(*) FILTER (WHERE tags @> '{"deprecated": ""}') > 100 AS key_only_tags
    FROM resource_summary JOIN resources USING (id, kind, status, name)`.execute(db);
  expect(rows).toEqual([
    {
      resources: 10_000, kinds: KINDS.length, statuses: STATUSES.length, unknown_is_unheard: true, most_online: true, names_repeat: true, some_without_tags: true,
      some_without_labels: true, key_only_tags: true,
    },
  ]);

  for (const { name, count } of await db.selectFrom('saved_views').select(['name', 'query']).execute().then(countAll)) expect(count, name).toBeGreaterThan(10);

  expect(await fillDemo(url)).toBe(0);
  expect(await db.selectFrom('resources').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirst()).toEqual({ count: 10_000 });
});

const countAll = (views: { name: string; query: string }[]) =>
  Promise.all(views.map(async ({ name, query }) => ({ name, count: (await testCaller(db).resources.count({ q: query })).value })));

test.each(KINDS)('a later report of the same %s finds its row', async (kind) => {
  const row = await db.selectFrom('resource_summary').selectAll().where('kind', '=', kind).where('labels', '<>', {}).orderBy('id').limit(1).executeTakeFirstOrThrow();
  const { id, name, labels, parent_id: parent } = row;
  const report = decodeReport({ kind, name, labels, ...(parent === null ? {} : { parent }) }, Date.now());
  if ('problems' in report) throw new Error(JSON.stringify(report));
  const receiver = { db, heartbeats: { add: () => undefined } };
  const outcomes = await receiveReports(receiver, [report], { action: 'test', actor: { type: 'source', name: 'test' }, nowMs: Date.now() });
  expect(outcomes).toEqual([{ result: expect.stringMatching(/^(unchanged|updated)$/), id }]);
});
