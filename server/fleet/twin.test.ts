import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countFacets } from '@/db/resources/count-facets';
import { countTimes } from '@/db/resources/count-times';
import { resolveItems } from '@/db/resources/resolve-items';
import { suggestAddresses } from '@/db/resources/suggest-addresses';
import { suggestNames } from '@/db/resources/suggest-names';
import { type ListQuery, listResources, positionsQuery } from '@/db/resources/list-resources';
import { FLEET_VOCABULARY, idOf, NOW, randomFleet, storeFleet } from '@/db/selector/testing/reference-fleet';
import { tagsOfPicked } from '@/db/tags/tags-of-picked';
import { testDb } from '@/db/testing/test-db';
import { FIELD_NAMES, isFacetField } from '@/domain/fields';
import { expandViews } from '@/domain/selector/expand-views';
import { readFacet } from '@/domain/selector/facet-terms';
import { parseSelector } from '@/domain/selector/parse-selector';
import { printSelector } from '@/domain/selector/print-selector';
import { randomSelector } from '@/domain/selector/testing/random-selector';
import type { Selector } from '@/domain/selector/tree';
import { COUNTED_TIMES } from '@/domain/time-counts';
import { DEFAULT_SORT, printSort, type Sort } from '@/domain/sort';
import { applyEdit, randomEdits } from '@/db/fleet/testing/fleet-edits';
import { type FleetTwin, openTwin } from './testing/fleet-twin';
import { randomSort } from './testing/random-sort';

const SLOW_MS = 600_000;
const TIMES_MORE = process.env.GOSIGHT_TEST_LONG === '1' ? 20 : 1;

const { db, url } = testDb();
let twin: FleetTwin;

beforeAll(async () => {
  await storeFleet(db, randomFleet(60, 5));
  twin = await openTwin(db, url);
});

afterAll(() => twin.close());

/** They ask for no relations: those are nested at most two deep, views included. */
const VIEWS = new Map([['plain', 'kind:(host, app) -tag:env=prod'], ['either', 'is:retired OR has:owner OR name:*o*'], ['all', ''], ['nested', 'view!=(plain, all) OR annotation:env view:either']]);
const selectors = randomSelector({ vocabulary: FLEET_VOCABULARY, views: [...VIEWS.keys()] }).map((selector) => expandViews(selector, VIEWS));

/** The first page, or the one on either side of a row, as SQL and as the index give it. */
async function samePage(query: ListQuery): Promise<void> {
  const [bySql, byIndex] = [await listResources(db, query), await twin.answers.list(query)];
  const { rows, ...page } = bySql;
  const where = `${printSelector(query.selector)} sorted by ${printSort(query.sort)}`;
  expect(byIndex?.ids, where).toEqual(rows.map(({ id }) => id));
  expect(byIndex, where).toMatchObject(page);
}

/** Everything that the query picks, in order: one statement on either side. */
async function sameList(selector: Selector, sort: Sort): Promise<void> {
  const query = { selector, sort, limit: 500, now: NOW };
  const { rows } = await positionsQuery(query).execute(db);
  const byIndex = await twin.answers.list(query);
  const where = `${printSelector(selector)} sorted by ${printSort(sort)}`;
  expect(byIndex?.ids, where).toEqual(rows.map(({ id }) => id));
  expect(byIndex?.total, where).toBe(rows.length);
}

test('the same ids in the same order, and as many', async () => {
  await fc.assert(fc.asyncProperty(selectors, randomSort, sameList), { seed: 3, numRuns: 1_500 * TIMES_MORE });
}, SLOW_MS);

test('each row has the rank at which its list has it', async () => {
  await fc.assert(
    fc.asyncProperty(selectors, randomSort, async (selector, sort) => {
      const { rows } = await positionsQuery({ selector, sort, limit: 500, now: NOW }).execute(db);
      const ranks = await Promise.all(rows.map(({ id }) => twin.answers.rank({ selector, sort, id, now: NOW })));
      expect(ranks, printSelector(selector)).toEqual([...rows.keys()]);
      const outside = await twin.answers.rank({ selector: { type: 'not', part: { type: 'field', field: 'id', op: '=', values: [{ type: 'text', text: idOf(0) }] } }, sort, id: idOf(0), now: NOW });
      expect(outside).toBe(null);
    }),
    { seed: 9, numRuns: 40 * TIMES_MORE },
  );
}, SLOW_MS);

test('the same ids for a bulk edit to freeze', async () => {
  await fc.assert(
    fc.asyncProperty(selectors, async (selector) => {
      const { rows } = await positionsQuery({ selector, sort: [], limit: 500, now: NOW }).execute(db);
      const hex = (await twin.answers.ids({ selector, now: NOW }))?.toString('hex').match(/.{32}/g) ?? [];
      expect(hex.sort(), printSelector(selector)).toEqual(rows.map(({ id }) => id.replaceAll('-', '')));
    }),
    { seed: 7, numRuns: 200 * TIMES_MORE },
  );
}, SLOW_MS);

test('the same tags of all that a query picks', async () => {
  await fc.assert(
    fc.asyncProperty(selectors, fc.integer({ min: 1, max: 4 }), async (selector, valuesPerKey) => {
      const bySql = await tagsOfPicked(db, { by: 'query', selector, now: NOW }, { valuesPerKey });
      expect(await twin.answers.tags({ selector, now: NOW, valuesPerKey }), printSelector(selector)).toEqual(bySql);
    }),
    { seed: 8, numRuns: 150 * TIMES_MORE },
  );
}, SLOW_MS);

test('the same pages after and before any row, there or gone', async () => {
  const everything = await twin.answers.list({ selector: { type: 'everything' }, sort: [], limit: 1, now: NOW });
  expect(everything?.total).toBeGreaterThan(20);
  await fc.assert(
    fc.asyncProperty(selectors, randomSort, fc.nat(60), fc.integer({ min: 1, max: 9 }), fc.boolean(), async (selector, sort, rank, limit, isGone) => {
      const at = await twin.answers.window({ selector: { type: 'everything' }, sort, start: rank, count: 1, now: NOW });
      const found = at?.first;
      if (!found) return;
      // A row that was edited since may stand nowhere any more.
      const values = isGone ? found.values.map((value) => (value === null || /^\d{4}-/.test(value) || /^0198c0de/.test(value) ? value : `${value}~`)) : [...found.values];
      for (const side of ['after', 'before'] as const) await samePage({ selector, sort, limit, now: NOW, from: { position: { values, id: found.id }, side } });
    }),
    { seed: 4, numRuns: 250 * TIMES_MORE },
  );
}, SLOW_MS);

const FACETS = [...FIELD_NAMES.filter(isFacetField), 'tag', 'label', 'tag:env', 'tag:cores', 'tag:host_id', 'label:größe', 'label:team', 'label:nowhere'].map((name) => ({
  name,
  facet: readFacet(name)!,
}));

test('the same facets', async () => {
  await fc.assert(
    fc.asyncProperty(selectors, fc.subarray(FACETS, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom('', '', 'p', 'É', '1'), fc.boolean(), async (selector, facets, limit, search, kept) => {
      const query = { selector, facets, limit, now: NOW, ...(kept ? { ownTerms: 'kept' as const } : {}) };
      const bySql = await countFacets(db, { ...query, search });
      expect(await twin.answers.facets({ ...query, search: { text: search, place: 'anywhere' } }), printSelector(selector)).toEqual(bySql);
    }),
    { seed: 5, numRuns: 400 * TIMES_MORE },
  );
}, SLOW_MS);

test('the same counts over time, of all that the query picks', async () => {
  await fc.assert(
    fc.asyncProperty(selectors, fc.constantFrom(...COUNTED_TIMES), async (selector, field) => {
      const byIndex = await twin.answers.times({ selector, field, now: NOW });
      expect(byIndex, printSelector(selector)).toEqual(await countTimes(db, { selector, field, now: NOW }));
      expect(byIndex?.total).toBe(await twin.answers.count({ selector, now: NOW }));
      expect(byIndex?.counts.reduce((sum, count) => sum + count, 0)).toBe(byIndex?.total);
    }),
    { seed: 10, numRuns: 60 * TIMES_MORE },
  );
}, SLOW_MS);

test('the same names, and the same for a pasted list', async () => {
  const prefixes = fc.constantFrom('', 'w', 'WEB', 'é', 'É', 'a', '1', '%', '_', '\u{10ffff}', 'ﬀ');
  await fc.assert(
    fc.asyncProperty(selectors, prefixes, fc.integer({ min: 1, max: 9 }), fc.constantFrom('name', 'resource'), async (selector, prefix, limit, each) => {
      const query = { selector, prefix, limit, each, now: NOW } as const;
      expect(await twin.answers.names(query), printSelector(selector)).toEqual(await suggestNames(db, query));
    }),
    { seed: 7, numRuns: 200 * TIMES_MORE },
  );
  const { rows } = await listResources(db, { selector: { type: 'everything' }, sort: [], limit: 100, now: NOW });
  const items = [...new Set([...rows.flatMap(({ id, name, displayName, ipAddress }) => [id, id.toUpperCase(), name, name.toUpperCase(), displayName ?? '', ipAddress ?? ''])]), 'nobody'];
  const found = await twin.answers.resolve(items);
  expect(new Set(found?.map(({ by }) => by))).toEqual(new Set(['id', 'name', 'ip', null]));
  expect(found).toEqual(await resolveItems(db, items));
}, SLOW_MS);

test('the same addresses', async () => {
  await fc.assert(
    fc.asyncProperty(selectors, fc.constantFrom('', '1', '10.', 'F', 'fe80', '%'), fc.integer({ min: 1, max: 9 }), async (selector, prefix, limit) => {
      const query = { selector, prefix, limit, now: NOW };
      expect(await twin.answers.addresses(query), printSelector(selector)).toEqual(await suggestAddresses(db, query));
    }),
    { seed: 12, numRuns: 100 * TIMES_MORE },
  );
}, SLOW_MS);

/** Asked again after each edit, so that what the index keeps of them would be seen to be old. */
const SUBTREES = [0, 1, 2].map((place) => parseSelector(`under:${idOf(place)}`));

test('the same after every kind of edit, one at a time and many in one transaction', async () => {
  const rounds = fc.sample(fc.record({ edits: randomEdits, selectors: fc.array(selectors, { minLength: 3, maxLength: 3 }), sort: randomSort }), { seed: 6, numRuns: 200 * TIMES_MORE });
  for (const round of rounds) {
    await db.transaction().execute(async (tx) => {
      for (const edit of round.edits) await applyEdit(tx, edit);
    });
    await sameList({ type: 'everything' }, DEFAULT_SORT);
    for (const selector of [...round.selectors, ...SUBTREES]) await sameList(selector, round.sort);
    const facets = FACETS.slice(-8);
    const query = { selector: round.selectors[0]!, facets, limit: 5, now: NOW };
    expect(await twin.answers.facets(query)).toEqual(await countFacets(db, query));
  }
  const fresh = await openTwin(db, url);
  expect(fresh.follower.index.size).toBe(twin.follower.index.size);
  await fresh.close();
}, SLOW_MS);
