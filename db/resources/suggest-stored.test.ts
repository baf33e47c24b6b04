import { beforeAll, expect, test } from 'vitest';
import { insertResources } from '../testing/insert-resources';
import { testDb } from '../testing/test-db';
import { parseSelector } from '@/domain/selector/parse-selector';
import { suggestAddresses } from './suggest-addresses';
import { suggestAnnotationKeys, suggestAnnotationValues } from './suggest-stored';

const { db } = testDb();
const LONG = 'x'.repeat(4_000);

beforeAll(async () => {
  const ids = await insertResources(db, [
    { name: 'a', annotations: { Owner: 'Ärzte', note: LONG, 'a%b': '1' } },
    { name: 'b', annotations: { owner: 'blue', note: 'x1' } },
    { name: 'c', annotations: { owner: 'Blue' } },
    { name: 'gone', retiredAt: '2026-01-01T00:00:00Z' },
  ]);
  for (const [place, ip] of ['10.0.0.1', 'FE80::1', '10.0.0.1', '10.0.0.9'].entries()) await db.updateTable('resources').set({ ip_address: ip }).where('id', '=', ids[place]!).execute();
});

test('keys of annotations, each once, whatever its case', async () => {
  expect((await suggestAnnotationKeys(db, { prefix: '', limit: 20 })).map((key) => key.toLowerCase())).toEqual(['a%b', 'note', 'owner']);
  expect(await suggestAnnotationKeys(db, { prefix: 'NO', limit: 20 })).toEqual(['note']);
  expect(await suggestAnnotationKeys(db, { prefix: 'a_', limit: 20 })).toEqual([]);
  expect(await suggestAnnotationKeys(db, { prefix: '', limit: 1 })).toEqual(['a%b']);
});

test('values of an annotation; those too long to be picked are left out', async () => {
  const values = async (key: string, prefix: string) => (await suggestAnnotationValues(db, { key, prefix, limit: 20 })).map((value) => value.toLowerCase());
  expect(await values('OWNER', '')).toEqual(['blue', 'ärzte']);
  expect(await values('owner', 'Ä')).toEqual(['ärzte']);
  expect(await values('note', '')).toEqual(['x1']);
  expect(await values('nobody', '')).toEqual([]);
});

test('addresses of the resources of a query, the most frequent first', async () => {
  const addresses = async (prefix: string, query = '', limit = 20) => (await suggestAddresses(db, { selector: parseSelector(query), prefix, limit, now: new Date() })).map(({ value, count }) => `${value} ${count}`);
  expect(await addresses('')).toEqual(['10.0.0.1 2', 'FE80::1 1']);
  expect(await addresses('', '', 1)).toEqual(['10.0.0.1 2']);
  expect(await addresses('fe')).toEqual(['FE80::1 1']);
  expect(await addresses('10', 'name:a')).toEqual(['10.0.0.1 1']);
  expect(await addresses('10.0.0.9')).toEqual([]);
  expect(await addresses('10.0.0.9', 'is:retired')).toEqual(['10.0.0.9 1']);
  expect(await addresses('1%')).toEqual([]);
});
