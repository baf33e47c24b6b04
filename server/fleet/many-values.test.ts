import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSql } from '@/db/fleet/testing/run-sql';
import { countFacets } from '@/db/resources/count-facets';
import { listResources } from '@/db/resources/list-resources';
import { testDb } from '@/db/testing/test-db';
import { readFacet } from '@/domain/selector/facet-terms';
import { parseSelector } from '@/domain/selector/parse-selector';
import { DEFAULT_SORT } from '@/domain/sort';
import { type FleetTwin, openTwin } from './testing/fleet-twin';

const { db, url } = testDb();
const MANY = 70_000;
let twin: FleetTwin;

/** Resources that come after the load, each with a value of its own under one key: more than 16 bits can number. */
beforeAll(async () => {
  twin = await openTwin(db, url);
  await db.transaction().execute(async (tx) => {
    await runSql(tx)`SET LOCAL gosight.bulk = 'on'`;
    await runSql(tx)`
      INSERT INTO resources (id, kind, name, name_fold, last_seen, parent_id)
      SELECT ('0198c0de-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'host', 'h' || n % 100, 'h' || n % 100, now(), NULL
      FROM generate_series(1, ${MANY}::integer) n`;
    await runSql(tx)`INSERT INTO resource_labels (resource_id, key, value, value_fold) SELECT id, 'serial', 'S' || right(id::text, 6), 's' || right(id::text, 6) FROM resources`;
    await runSql(tx)`INSERT INTO resource_changes (what, ids) SELECT 'r', array_agg(id) FROM resources`;
  });
  // Else SQL plans for empty tables.
  await runSql(db)`ANALYZE resources, resource_labels`;
}, 300_000);

afterAll(() => twin.close());

test('every value is counted once', async () => {
  const facets = ['label:serial', 'label'].map((name) => ({ name, facet: readFacet(name)! }));
  const values = ['S000001', 'S000002', 'S000003'].map((value) => ({ value, count: 1 }));
  expect(await twin.answers.facets({ selector: parseSelector(''), facets, limit: 3, now: new Date() })).toEqual({
    total: MANY,
    facets: [
      { field: 'label:serial', values, more: MANY - 3, missing: 0 },
      { field: 'label', values: [{ value: 'serial', count: MANY }], more: 0, missing: 0 },
    ],
  });
}, 300_000);

test.each(['label:serial=s06999*', 'label:serial=(S000001, s070000, s065536)', 'label:serial=s0655* -label:serial=s06553*'])('the same counts, facets and pages for %j', async (q) => {
  const query = { selector: parseSelector(q), now: new Date(), limit: 5 };
  const facets = ['label:serial', 'label'].map((name) => ({ name, facet: readFacet(name)! }));
  expect(await twin.answers.facets({ ...query, facets })).toEqual(await countFacets(db, { ...query, facets }));
  const serial = { by: { type: 'label', key: 'serial' }, descending: true } as const;
  for (const sort of [[serial], DEFAULT_SORT]) {
    const { rows, last } = await listResources(db, { ...query, limit: 2, sort });
    expect(await twin.answers.list({ ...query, limit: 2, sort })).toMatchObject({ ids: rows.map(({ id }) => id), last });
    const from = { position: last!, side: 'after' } as const;
    const next = await listResources(db, { ...query, sort, from });
    expect((await twin.answers.list({ ...query, sort, from }))?.ids).toEqual(next.rows.map(({ id }) => id));
  }
}, 120_000);
