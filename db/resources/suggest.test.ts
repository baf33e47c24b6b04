import { beforeAll, expect, test } from 'vitest';
import { insertResources } from '../testing/insert-resources';
import { testDb } from '../testing/test-db';
import { suggestKeys, suggestValues } from './suggest';

const { db } = testDb();

beforeAll(async () => {
  await insertResources(db, [
    { name: 'a', tags: { env: 'prod', 'env.region': 'eu', team: 'Ärzte', note: '100%' }, labels: { host: 'a' } },
    { name: 'b', tags: { env: 'Prod', team: 'ärzte', flag: '' } },
    { name: 'c', tags: { env: 'prod', team: 'Ärzte' } },
    { name: 'd', tags: { env: 'preview' } },
    { name: 'gone', retiredAt: '2026-01-01T00:00:00Z', tags: { env: 'prod', attic: 'x' } },
  ]);
});

test('keys in order, with the number of resources in service that have each', async () => {
  expect(await suggestKeys(db, { space: 'tag', prefix: '', limit: 20 })).toEqual([
    { value: 'env', count: 4 }, { value: 'env.region', count: 1 }, { value: 'flag', count: 1 }, { value: 'note', count: 1 }, { value: 'team', count: 3 },
  ]);
  expect(await suggestKeys(db, { space: 'tag', prefix: 'EN', limit: 20 })).toEqual([{ value: 'env', count: 4 }, { value: 'env.region', count: 1 }]);
  expect(await suggestKeys(db, { space: 'label', prefix: '', limit: 20 })).toEqual([{ value: 'host', count: 1 }]);
});

test('values that begin with the text, whatever its case, each in its commonest spelling', async () => {
  const values = (key: string, prefix: string, limit = 20) => suggestValues(db, { space: 'tag', key, prefix, limit });
  expect(await values('env', 'P')).toEqual([{ value: 'preview', count: 1 }, { value: 'prod', count: 3, variants: ['prod', 'Prod'] }]);
  expect(await values('ENV', 'pro')).toEqual([{ value: 'prod', count: 3, variants: ['prod', 'Prod'] }]);
  expect(await values('team', 'ÄR')).toEqual([{ value: 'Ärzte', count: 3, variants: ['Ärzte', 'ärzte'] }]);
  expect(await values('flag', '')).toEqual([{ value: '', count: 1 }]);
  expect(await values('note', '%')).toEqual([]);
  expect(await values('env', '', 1)).toEqual([{ value: 'preview', count: 1 }]);
});

test('nothing fits, nothing is suggested', async () => {
  expect(await suggestKeys(db, { space: 'tag', prefix: 'zzz', limit: 20 })).toEqual([]);
  expect(await suggestKeys(db, { space: 'tag', prefix: 'att', limit: 20 })).toEqual([]);
  expect(await suggestValues(db, { space: 'tag', key: 'nobody', prefix: '', limit: 20 })).toEqual([]);
});
