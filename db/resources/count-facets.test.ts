import { beforeAll, expect, test } from 'vitest';
import type { FacetCounts } from '@/domain/facet-counts';
import { FIELD_NAMES, isFacetField } from '@/domain/fields';
import { readFacet, withFacetValue } from '@/domain/selector/facet-terms';
import { parseSelector } from '@/domain/selector/parse-selector';
import { insertResources } from '../testing/insert-resources';
import { testDb } from '../testing/test-db';
import { countFacets } from './count-facets';
import { countResources } from './count-resources';

const { db } = testDb();
const now = new Date('2026-03-01T00:00:00.000Z');

beforeAll(async () => {
  await insertResources(db, [
    { name: 'web-1', kind: 'host', group: 'edge', environment: 'prod', version: '1.0', tags: { env: 'prod', team: '100%' }, labels: { region: 'eu' } },
    { name: 'web-2', kind: 'host', group: 'Edge', environment: 'prod', tags: { env: 'Prod' }, labels: { region: 'us' } },
    { name: 'web-3', kind: 'host', group: 'edge', status: 'Offline', tags: { env: 'qa', deprecated: '' } },
    { name: 'api-1', kind: 'app', group: 'core', status: 'Idle', tags: { team: '1000' } },
    { name: 'api-2', kind: 'app', status: 'Idle' },
    { name: 'gone', kind: 'device', group: 'attic', retiredAt: '2026-01-01T00:00:00Z', tags: { env: 'gone' } },
  ]);
});

const count = async (q: string, names: string[], more: { limit?: number; search?: string } = {}) => {
  const facets = names.map((name) => ({ name, facet: readFacet(name)! }));
  return countFacets(db, { selector: parseSelector(q), facets, limit: 20, now, ...more });
};

const one = async (q: string, name: string, more: { limit?: number; search?: string } = {}): Promise<FacetCounts> =>
  (await count(q, [name], more)).facets[0]!;

test('a facet counts the most frequent first, what is missing, and nothing that is retired', async () => {
  expect(await one('', 'kind')).toEqual({ field: 'kind', values: [{ value: 'host', count: 3 }, { value: 'app', count: 2 }], more: 0, missing: 0 });
  expect(await one('', 'environment')).toEqual({ field: 'environment', values: [{ value: 'prod', count: 2 }], more: 0, missing: 3 });
});

test('spellings that differ only by case are one value, shown in the commonest', async () => {
  expect((await one('', 'group')).values).toEqual([{ value: 'edge', count: 3, variants: ['edge', 'Edge'] }, { value: 'core', count: 1 }]);
  expect((await one('', 'tag:env')).values).toEqual([{ value: 'Prod', count: 2, variants: ['Prod', 'prod'] }, { value: 'qa', count: 1 }]);
});

test('a facet counts as if its own terms were not there; the others keep them', async () => {
  const { total, facets } = await count('kind:host status:online', ['kind', 'status', 'tag:env']);
  expect(total).toBe(2);
  expect(facets.map((facet) => facet.values)).toEqual([
    [{ value: 'host', count: 2 }],
    [{ value: 'Online', count: 2 }, { value: 'Offline', count: 1 }],
    [{ value: 'Prod', count: 2, variants: ['Prod', 'prod'] }],
  ]);
});

test('the keys themselves, and a key without a value', async () => {
  expect(await one('', 'tag')).toEqual({ field: 'tag', values: [{ value: 'env', count: 3 }, { value: 'team', count: 2 }, { value: 'deprecated', count: 1 }], more: 0, missing: 1 });
  expect(await one('', 'label')).toEqual({ field: 'label', values: [{ value: 'region', count: 2 }], more: 0, missing: 3 });
  expect(await one('', 'tag:deprecated')).toEqual({ field: 'tag:deprecated', values: [{ value: '', count: 1 }], more: 0, missing: 4 });
});

test('a search narrows the values, not what is missing; % stands for itself', async () => {
  expect(await one('', 'tag:team', { search: '0%' })).toEqual({ field: 'tag:team', values: [{ value: '100%', count: 1 }], more: 0, missing: 3 });
  expect(await one('', 'status', { search: 'LINE' })).toMatchObject({ values: [{ value: 'Online', count: 2 }, { value: 'Offline', count: 1 }] });
  expect(await one('', 'tag', { search: 'te' })).toMatchObject({ values: [{ value: 'team' }, { value: 'deprecated' }], missing: 1 });
  expect(await one('', 'group', { search: 'nobody' })).toEqual({ field: 'group', values: [], more: 0, missing: 1 });
});

test('what the limit leaves out is counted', async () => {
  expect(await one('', 'tag', { limit: 1 })).toMatchObject({ values: [{ value: 'env', count: 3 }], more: 2 });
});

test('nothing found is nothing counted', async () => {
  expect(await count('name:nobody', ['kind', 'tag:env'])).toEqual({
    total: 0,
    facets: [{ field: 'kind', values: [], more: 0, missing: 0 }, { field: 'tag:env', values: [], more: 0, missing: 0 }],
  });
});

const NAMES = [...FIELD_NAMES.filter(isFacetField), 'tag', 'label', 'tag:env', 'tag:deprecated', 'label:region', 'tag:nobody-has-this'];

test.each(['', 'kind:host', '-status:online group:edge', 'tag:env=prod OR kind:app', 'tag:env tag:env!=qa no:version'])(
  'for "%s" every count is the count of the query with that value selected',
  async (q) => {
    const selector = parseSelector(q);
    const { total, facets } = await count(q, NAMES);
    expect(total).toBe(await countResources(db, { selector, now }));
    expect(facets.map((facet) => facet.field)).toEqual(NAMES);
    for (const { field, values, missing } of facets) {
      for (const { value, count: counted } of values) {
        expect(await countResources(db, { selector: withFacetValue(selector, field, value), now }), `${field} ${value}`).toBe(counted);
      }
      expect(await countResources(db, { selector: withFacetValue(selector, field, null), now }), `${field} missing`).toBe(missing);
    }
  },
);
