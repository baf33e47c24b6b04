import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertResources } from '@/db/testing/insert-resources';
import { testDb } from '@/db/testing/test-db';
import { LOCAL_PERSON } from '@/domain/actor';
import { caller } from '../caller';
import { type FleetTwin, openTwin } from '../fleet/testing/fleet-twin';
import { testCaller } from '../testing/test-caller';

const { db, url } = testDb();
let twin: FleetTwin;
let ids: string[];

beforeAll(async () => {
  ids = await insertResources(db, [
    { name: 'a', group: 'g', tags: { env: 'prod', team: 'x' } },
    { name: 'b', group: 'g', tags: { env: 'Prod', team: 'x' } },
    { name: 'c', group: 'g', tags: { env: 'prod', team: 'x', critical: '' } },
    { name: 'gone', group: 'g', tags: { env: 'dev' }, retiredAt: '2026-01-01T00:00:00.000Z' },
    { name: 'other', tags: Object.fromEntries([['env', 'qa']]) },
    ...Array.from({ length: 25 }, (_, i) => ({ name: `many-${i}`, group: 'many', tags: { one: 'x', each: `v${String(i).padStart(2, '0')}` } })),
  ]);
  twin = await openTwin(db, url);
});

afterAll(() => twin.close());

const OF_GROUP = {
  total: 3,
  keys: [
    { key: 'env', count: 3, values: [{ value: 'prod', count: 2 }, { value: 'Prod', count: 1 }], moreValues: 0 },
    { key: 'team', count: 3, values: [{ value: 'x', count: 3 }], moreValues: 0 },
    { key: 'critical', count: 1, values: [{ value: '', count: 1 }], moreValues: 0 },
  ],
};

test('which tags all of a selection have and which some, spelled exactly, by query and by ids, by SQL and by the index', async () => {
  expect(await testCaller(db).tags.ofSelection({ q: 'group:g' })).toEqual(OF_GROUP);
  expect(await testCaller(db).tags.ofSelection({ ids: [...ids.slice(0, 3), ids[0]!] })).toEqual(OF_GROUP);
  expect(await caller({ db, actor: LOCAL_PERSON, fleet: twin.answers }).tags.ofSelection({ q: 'group:g' })).toEqual(OF_GROUP);
  expect(twin.answers.answeredBy).toBe('index');
});

test('a key with many values tells how many are not listed; nothing picked is nothing', async () => {
  const many = await testCaller(db).tags.ofSelection({ q: 'group:many' });
  expect(many).toMatchObject({ total: 25, keys: [{ key: 'each', count: 25, moreValues: 5 }, { key: 'one', count: 25, moreValues: 0 }] });
  expect(many.keys[0]?.values).toHaveLength(20);
  expect(await testCaller(db).tags.ofSelection({ q: 'group:nobody' })).toEqual({ total: 0, keys: [] });
  expect(await caller({ db, actor: LOCAL_PERSON, fleet: twin.answers }).tags.ofSelection({ q: 'group:nobody' })).toEqual({ total: 0, keys: [] });
});
