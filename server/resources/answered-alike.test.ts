import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { knownIds } from '@/db/heartbeats/known-ids';
import { insertResources, type TestResource } from '@/db/testing/insert-resources';
import { testDb } from '@/db/testing/test-db';
import { LOCAL_PERSON } from '@/domain/actor';
import { uuidV7 } from '@/domain/uuid-v7';
import { answeredBy } from '../answered-by';
import { type Caller, caller } from '../caller';
import type { Context } from '../context';
import { fleetAnswers, fleetState, startFleet } from '../fleet/fleet';
import { testCaller } from '../testing/test-caller';

const { db, url } = testDb();
const bySql = testCaller(db);
const context = (): Context => ({ db, actor: LOCAL_PERSON, fleet: fleetAnswers(db) });
let ids: string[];
let stop: () => Promise<void>;

const FLEET: TestResource[] = Array.from({ length: 23 }, (_, i) => ({
  name: `web-${i % 5}`,
  kind: i % 3 === 0 ? 'host' : 'app',
  ...(i % 4 === 0 ? {} : { group: `g${i % 3}` }),
  tags: tagsOf(i),
}));

function tagsOf(i: number): Record<string, string> {
  return i % 2 === 0 ? { env: i % 6 === 0 ? 'Prod' : 'prod' } : { deprecated: '' };
}

beforeAll(async () => {
  ids = await insertResources(db, FLEET);
  await insertResources(db, [{ name: 'below', displayName: 'Front Door', kind: 'app', parentId: ids[0]! }]);
  stop = startFleet({ db, url, log: { info: () => undefined, warn: () => undefined } });
  await vi.waitFor(() => expect(fleetState().state).toBe('ready'), { timeout: 50_000 });
});

afterAll(() => stop());

/** Asks the index and SQL. Cursors carry the moment, and answers say it: it differs between any two. */
async function both<Answer>(ask: (api: Caller) => Promise<Answer>): Promise<[unknown, unknown]> {
  const asked = context();
  const answers = [await ask(caller(asked)), await ask(bySql)];
  expect(answeredBy(asked)).toEqual({ 'x-gosight-answered-by': 'index' });
  const [byIndex, fromSql] = answers.map((answer) => JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === 'asOf' || key.endsWith('Cursor') ? typeof value : value))) as unknown);
  return [byIndex, fromSql];
}

test.each([
  { limit: 7 },
  { limit: 7, sort: '-group,name', q: 'tag:env=prod OR kind:app' },
  { limit: 100, sort: 'tag:env,-name', total: 'none' as const },
])('a list is the same page by page, whoever answers: %j', async (input) => {
  for (let cursor: string | undefined, pages = 0; pages < 6; pages++) {
    const page = { ...input, ...(cursor === undefined ? {} : { cursor }) };
    const [byIndex, fromSql] = await both((api) => api.resources.list(page));
    expect(byIndex).toEqual(fromSql);
    const next = (await bySql.resources.list(page)).nextCursor;
    if (next === null) return;
    cursor = next;
  }
});

test('counts, facets, rollup, children and completion are the same', async () => {
  const questions: ((api: Caller) => Promise<unknown>)[] = [
    (api) => api.resources.count({ q: '-tag:env=prod' }),
    (api) => api.resources.facets({ q: 'tag:env=prod', facets: ['kind', 'group', 'tag:env', 'tag', 'label'], limit: 3 }),
    (api) => api.resources.facets({ facets: ['tag:env'], search: 'RO' }),
    (api) => api.resources.times({ q: 'tag:env=prod', field: 'created' }),
    (api) => api.resources.rollup({ id: ids[0]! }),
    (api) => api.resources.children({ id: ids[0]! }),
    (api) => api.tags.suggest({}),
    (api) => api.tags.suggest({ key: 'env', prefix: 'P' }),
    (api) => api.resources.explain({ q: 'tag:env=prod kind:device' }),
    (api) => api.resources.suggest({ q: 'kind:app name:we' }),
    (api) => api.resources.suggest({ q: 'under:' }),
    (api) => api.resources.resolve({ items: ['WEB-1', 'below', 'FRONT door', ids[0]!, 'nobody'] }),
  ];
  for (const ask of questions) {
    const [byIndex, fromSql] = await both(ask);
    expect(byIndex).toEqual(fromSql);
  }
});

test('a window is that part of the list, and an edit is in the next one', async () => {
  const api = caller(context());
  const all = await bySql.resources.list({ limit: 100 });
  expect(await api.resources.window({ start: 20, count: 10 })).toMatchObject({ items: all.items.slice(20), start: 20, total: { value: 24, relation: 'eq' } });
  await api.tags.edit({ id: ids[3]!, set: { fresh: 'yes' } });
  expect(await api.resources.window({ q: 'tag:fresh=yes', start: 0, count: 10 })).toMatchObject({ items: [{ id: ids[3] }], total: { value: 1 } });
});

test('a list that is marked is asked what became of it, and where a resource stands in it', async () => {
  const api = caller(context());
  const { mark = '', items } = await api.resources.list({ q: 'kind:host', marked: true });
  expect(await fleetAnswers(db).news(mark)).toEqual({ added: 0, gone: 0, changed: 0, changedIds: [] });
  expect(await api.resources.rank({ q: 'kind:host', id: items[5]!.id })).toBe(5);
  expect(await api.resources.rank({ q: 'kind:app', id: items[5]!.id })).toBeNull();
  expect(await api.resources.list({ q: 'kind:host' })).not.toHaveProperty('mark');
  expect(await bySql.resources.list({ q: 'kind:host', marked: true })).not.toHaveProperty('mark');
});

test('which ids are known: those of retired and of just registered resources too', async () => {
  const [retired = '', fresh = ''] = await insertResources(db, [{ name: 'gone', retiredAt: '2026-01-01T00:00:00Z' }, { name: 'fresh' }]);
  const asked = [ids[0]!, retired, uuidV7(), fresh];
  expect(await fleetAnswers(db).known(asked)).toEqual(await knownIds(db, asked));
});

test('without an index there are no ranks, and SQL answers the rest', async () => {
  expect(await bySql.resources.window({ start: 0, count: 1 })).toBeNull();
  expect(await bySql.resources.rank({ id: ids[0]! })).toBeNull();
  expect(answeredBy({ db, actor: LOCAL_PERSON })).toEqual({});
});
