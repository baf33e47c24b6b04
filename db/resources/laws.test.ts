import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { FIELD_NAMES, isFacetField, isSortable } from '@/domain/fields';
import { readFacet, withFacetValue, withinFacetValue } from '@/domain/selector/facet-terms';
import { printSelector } from '@/domain/selector/print-selector';
import { randomSelector } from '@/domain/selector/testing/random-selector';
import type { Sort, SortBy } from '@/domain/sort';
import { printSort } from '@/domain/sort';
import { FLEET_VOCABULARY, NOW, randomFleet, storeFleet } from '../selector/testing/reference-fleet';
import { testDb } from '../testing/test-db';
import { countEach } from './count-each';
import { countFacets } from './count-facets';
import { type ListQuery, listResources, positionsQuery } from './list-resources';

const SLOW_MS = 300_000;

const { db } = testDb();
const now = NOW;
const queries = randomSelector({ vocabulary: FLEET_VOCABULARY });

beforeAll(() => storeFleet(db, randomFleet(60, 23)));

const FACETS = [...FIELD_NAMES.filter(isFacetField), 'tag', 'label', 'tag:env', 'tag:cores', 'tag:deprecated', 'label:größe', 'label:a b', 'label:nowhere']
  .map((name) => ({ name, facet: readFacet(name)! }));

test('law 4: every count of a facet, and what is missing, is the count of the query with that value selected', async () => {
  await fc.assert(
    fc.asyncProperty(queries, fc.subarray(FACETS, { minLength: 1, maxLength: 4 }), async (selector, facets) => {
      const { total, facets: counted } = await countFacets(db, { selector, facets, limit: 40, now });
      const promised = counted.flatMap(({ field, values, missing }) => [...values.map(({ value, count }) => ({ field, value, count })), { field, value: null, count: missing }]);
      const selectors = promised.map(({ field, value }) => withFacetValue(selector, field, value));
      const counts = await countEach(db, { selectors: [selector, ...selectors], now });
      expect(counts, printSelector(selector)).toEqual([total, ...promised.map(({ count }) => count)]);
    }),
    { seed: 41, numRuns: 150 },
  );
}, SLOW_MS);

const GROUPINGS = FACETS.filter(({ facet }) => facet.type !== 'keys');

test('with its own terms kept, the counts of a facet are those of its groups: each row of the query is in one of them', async () => {
  await fc.assert(
    fc.asyncProperty(queries, fc.constantFrom(...GROUPINGS), async (selector, { name, facet }) => {
      const { total, facets } = await countFacets(db, { selector, facets: [{ name, facet }], limit: 1_000, now, ownTerms: 'kept' });
      const groups = facets.flatMap(({ values, missing }) => [...values, { value: null, count: missing }]);
      const counts = await countEach(db, { selectors: groups.map(({ value }) => withinFacetValue(selector, name, value)), now });
      expect(counts, printSelector(selector)).toEqual(groups.map(({ count }) => count));
      expect(counts.reduce((sum, count) => sum + count, 0), printSelector(selector)).toBe(total);
    }),
    { seed: 44, numRuns: 100 },
  );
}, SLOW_MS);

const SORT_KEYS: SortBy[] = [
  ...FIELD_NAMES.filter(isSortable).map((field): SortBy => ({ type: 'field', field })),
  ...['env', 'cores', 'nowhere'].flatMap((key): SortBy[] => [{ type: 'tag', key }, { type: 'label', key }]),
];
const sorts: fc.Arbitrary<Sort> = fc.uniqueArray(fc.record({ by: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }), { minLength: 1, maxLength: 3, selector: ({ by }) => JSON.stringify(by) });

/** The ids of all pages, each from where the one before ended. */
async function walk(query: ListQuery): Promise<string[]> {
  const ids: string[] = [];
  for (let from: ListQuery['from']; ; ) {
    const { rows, last, more } = await listResources(db, { ...query, ...(from ? { from } : {}) });
    ids.push(...rows.map(({ id }) => id));
    if (!more || last === null) return ids;
    from = { position: last, side: 'after' };
  }
}

test('law 3: a walk by cursor has exactly the rows that are counted, each once, in the order of the whole list', async () => {
  await fc.assert(
    fc.asyncProperty(queries, sorts, fc.integer({ min: 5, max: 20 }), async (selector, sort, limit) => {
      const query = { selector, sort, limit, now };
      const { rows } = await positionsQuery({ ...query, limit: 500 }).execute(db);
      const said = `${printSelector(selector)} by ${printSort(sort)}`;
      expect(await walk(query), said).toEqual(rows.map(({ id }) => id));
      expect(await countEach(db, { selectors: [selector], now }), said).toEqual([new Set(rows.map(({ id }) => id)).size]);
    }),
    { seed: 42, numRuns: 150 },
  );
}, SLOW_MS);
