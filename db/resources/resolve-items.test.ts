import { beforeAll, expect, test } from 'vitest';
import { parseSelector } from '@/domain/selector/parse-selector';
import { printSelector } from '@/domain/selector/print-selector';
import { isMatched, queryOfItems } from '@/domain/selector/resolved-items';
import { insertResources } from '../testing/insert-resources';
import { testDb } from '../testing/test-db';
import { countEach } from './count-each';
import { resolveItems } from './resolve-items';
import { suggestNames } from './suggest-names';

const { db } = testDb();
const now = new Date('2026-03-01T00:00:00.000Z');
let ids: string[] = [];

beforeAll(async () => {
  ids = await insertResources(db, [
    { name: 'web-01', tags: { env: 'prod' } }, { name: 'Web-02', displayName: 'Front door' }, { name: 'cron', kind: 'app' }, { name: 'cron', kind: 'app' },
    { name: 'a_b' }, { name: 'gone', retiredAt: '2026-01-01T00:00:00Z' }, { name: '10.0.0.9' },
  ]);
  await db.updateTable('resources').set({ ip_address: '10.0.0.1' }).where('id', '=', ids[1] ?? '').execute();
  await db.updateTable('resources').set({ ip_address: '10.0.0.9' }).where('id', '=', ids[0] ?? '').execute();
});

test('each item is matched, ambiguous or not found; by id, name, address or display name', async () => {
  const id = ids[0]!.toUpperCase();
  expect(await resolveItems(db, ['WEB-01', 'cron', 'nobody', id, '10.0.0.1', 'front DOOR', 'a_b', 'a%b', 'gone', '10.0.0.9'])).toEqual([
    { text: 'WEB-01', by: 'name', count: 1 },
    { text: 'cron', by: 'name', count: 2 },
    { text: 'nobody', by: null, count: 0 },
    { text: id, by: 'id', count: 1 },
    { text: '10.0.0.1', by: 'ip', count: 1 },
    { text: 'front DOOR', by: 'display_name', count: 1 },
    { text: 'a_b', by: 'name', count: 1 },
    { text: 'a%b', by: null, count: 0 },
    { text: 'gone', by: null, count: 0 },
    { text: '10.0.0.9', by: 'name', count: 1 },
  ]);
  expect(await resolveItems(db, [])).toEqual([]);
});

test('what is matched becomes a query that picks exactly it', async () => {
  const items = (await resolveItems(db, ['web-01', 'cron', 'front door', '10.0.0.1', ids[4]!])).filter(isMatched);
  const query = queryOfItems(items)!;
  expect(await countEach(db, { selectors: [parseSelector(printSelector(query))], now })).toEqual([3]);
});

test('several queries are counted at once, in order', async () => {
  const selectors = ['', 'kind:app', 'tag:env=prod', 'kind:app', 'is:retired', '-kind:app'].map((q) => parseSelector(q));
  expect(await countEach(db, { selectors, now })).toEqual([6, 2, 1, 2, 1, 4]);
  expect(await countEach(db, { selectors: [], now })).toEqual([]);
});

test('names that begin with the text, under the query', async () => {
  const names = async (q: string, prefix: string, each: 'resource' | 'name' = 'name') =>
    (await suggestNames(db, { selector: parseSelector(q), prefix, limit: 3, now, each })).map(({ name }) => name);
  expect(await names('', 'WEB')).toEqual(['web-01', 'Web-02']);
  expect(await names('tag:env', 'w')).toEqual(['web-01']);
  expect(await names('', 'a_')).toEqual(['a_b']);
  expect(await names('', 'go')).toEqual([]);
  expect(await names('', '')).toEqual(['10.0.0.9', 'a_b', 'cron']);
  expect(await names('kind:app', '')).toEqual(['cron']);
  expect(await names('kind:app', '', 'resource')).toEqual(['cron', 'cron']);
});
