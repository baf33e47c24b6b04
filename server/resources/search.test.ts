import { beforeAll, expect, test } from 'vitest';
import { insertResources } from '@/db/testing/insert-resources';
import { suggestDoor } from '../suggest-door';
import { localRequest, routeParams, serveTestDb } from '../testing/serve-test-db';
import { testCaller } from '../testing/test-caller';

const { db } = serveTestDb();
const api = testCaller(db);
const nobody = '0198c0de-0000-7000-8000-000000000001';
let ids: string[] = [];

beforeAll(async () => {
  const many = (count: number, team: string) => Array.from({ length: count }, () => ({ name: `${team}-host`, tags: { team } }));
  ids = await insertResources(db, [
    { name: 'web-01', kind: 'host', tags: { env: 'prod', team: 'platform' }, labels: { region: 'eu' }, annotations: { runbook: 'web down' } },
    { name: 'web-02', kind: 'host', status: 'Offline', tags: { env: 'Prod', team: 'platform' } },
    { name: 'api', kind: 'app', tags: { env: 'prod', team: 'planning', note: 'a "b" c' } },
    ...many(9, 'platform'), ...many(1, 'platfrom'), ...many(2, 'data-platform'),
  ]);
});

const suggested = async (q: string, at?: number) => (await api.resources.suggest({ q, ...(at === undefined ? {} : { at }) })).values.map(({ value, count }) => `${value}:${count}`);

test('values that contain what is typed, the most frequent first, under the rest of the query', async () => {
  expect(await api.resources.suggest({ q: 'tag:team=pl' })).toEqual({
    type: 'value', position: 9, length: 2, contains: '*pl*',
    values: [
      { value: 'platform', insert: 'platform', count: 11, note: null },
      { value: 'data-platform', insert: 'data-platform', count: 2, note: null },
      { value: 'planning', insert: 'planning', count: 1, note: null },
      { value: 'platfrom', insert: 'platfrom', count: 1, note: 'one letter from platform' },
    ],
  });
  expect(await suggested('kind:app tag:team=')).toEqual(['planning:1']);
  expect(await suggested('tag:team= kind:app', 9)).toEqual(['planning:1']);
  expect(await suggested('tag:team=platfrom')).toEqual(['platfrom:1']);
  expect((await api.resources.suggest({ q: 'tag:env=' })).values).toEqual([{ value: 'prod', insert: 'prod', count: 3, note: 'also written Prod' }]);
  expect((await api.resources.suggest({ q: 'tag:note=' })).values[0]).toMatchObject({ value: 'a "b" c', insert: '"a \\"b\\" c"' });
});

test('fields, keys, closed lists, names and ids', async () => {
  expect(await suggested('own')).toEqual(['owner::null']);
  expect(await suggested('tag:e')).toEqual(['team:15', 'env:3', 'note:1']);
  expect(await suggested('label:')).toEqual(['region:1']);
  expect(await suggested('annotation:')).toEqual(['runbook:null']);
  expect((await api.resources.suggest({ q: 'annotation:runbook=we' })).values).toEqual([{ value: 'web down', insert: '"web down"', count: null, note: null }]);
  await db.updateTable('resources').set({ ip_address: '10.1.2.3' }).where('id', '=', ids[0]!).execute();
  expect(await suggested('ip:10.')).toEqual(['10.1.2.3:1']);
  expect(await suggested('kind:app ip:10.')).toEqual([]);
  expect((await api.resources.suggest({ q: 'status:off' })).values).toEqual([{ value: 'Offline', insert: 'offline', count: 1, note: null }]);
  expect(await suggested('is:st')).toEqual(['stale:null']);
  await api.views.save({ name: 'Front doors', q: 'name:web*' });
  await api.views.save({ name: 'Planning', q: 'tag:team=planning' });
  expect((await api.resources.suggest({ q: 'view:' })).values).toEqual([
    { value: 'front-doors', insert: 'front-doors', count: null, note: 'Front doors' },
    { value: 'planning', insert: 'planning', count: null, note: 'Planning' },
  ]);
  expect(await suggested('view:planning name:')).toEqual(['api:null']);
  expect(await suggested('view:plannign kind:')).toEqual(['host:14', 'app:1']);
  expect(await suggested('-view:(planning, DOOR')).toEqual(['front-doors:null']);
  expect(await suggested('name:web')).toEqual(['web-01:null', 'web-02:null']);
  expect((await api.resources.suggest({ q: 'under:web-01' })).values).toEqual([{ value: 'web-01', insert: ids[0], count: null, note: 'host' }]);
  expect(await api.resources.suggest({ q: '"a phrase' })).toMatchObject({ type: 'nothing', values: [] });
});

test('the same over HTTP, beside the keys and values in use', async () => {
  const ask = async (search: string) => (await suggestDoor(localRequest(`/api/v1/suggest${search}`), routeParams({}))).json();
  expect(await ask('?q=tag:env%3Dpr&limit=1')).toMatchObject({ type: 'value', values: [{ value: 'prod', count: 3 }] });
  expect(await ask('?key=env')).toMatchObject({ values: [{ value: 'prod', count: 3 }] });
  expect(await ask('?q=x&key=env')).toMatchObject({ status: 400, errors: [{ path: 'key' }] });
  expect(await ask('?q=%00')).toMatchObject({ status: 400, errors: [{ path: 'q' }] });
});

test('an empty answer is explained: each part alone, the query without it, the part that removes everything', async () => {
  expect(await api.resources.explain({ q: 'kind:host tag:env=production web' })).toEqual({
    sentence: 'Resources where its kind is host and it has the tag env with the value production and it contains “web”',
    total: 0,
    parts: [
      { term: 'kind:host', alone: 14, without: 0, withoutQuery: 'tag:env=production web', nearest: null },
      { term: 'tag:env=production', alone: 0, without: 2, withoutQuery: 'kind:host web', nearest: { value: 'prod', query: 'kind:host tag:env=prod web', count: 2 } },
      { term: 'web', alone: 2, without: 0, withoutQuery: 'kind:host tag:env=production', nearest: null },
    ],
    culprit: 1,
  });
  expect(await api.resources.explain({ q: 'kind:app web' })).toMatchObject({ total: 0, culprit: null, parts: [{ alone: 1, without: 2 }, { alone: 2, without: 1 }] });
  expect(await api.resources.explain({ q: 'tag:teem' })).toMatchObject({ culprit: 0, parts: [{ nearest: { value: 'team', query: 'tag:team' } }] });
  expect(await api.resources.explain({ q: '' })).toEqual({ sentence: 'Every resource in service', total: 15, parts: [], culprit: null });
});

test('a pasted list is resolved', async () => {
  expect(await api.resources.resolve({ items: ['web-01', 'platform-host', 'nobody'] })).toEqual({
    items: [{ text: 'web-01', by: 'name', count: 1 }, { text: 'platform-host', by: 'name', count: 9 }, { text: 'nobody', by: null, count: 0 }],
  });
  await expect(api.resources.resolve({ items: Array.from({ length: 251 }, () => 'x') })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('wherever a query is read, an id below which nobody is is refused at its place', async () => {
  const q = `web under:${nobody}`;
  const refusal = { code: 'BAD_REQUEST', cause: { code: 'bad_selector', details: { position: 10, length: 36 } } };
  await expect(api.resources.list({ q })).rejects.toMatchObject(refusal);
  await expect(api.resources.count({ q })).rejects.toMatchObject(refusal);
  await expect(api.resources.facets({ q, facets: ['kind'] })).rejects.toMatchObject(refusal);
  await expect(api.resources.explain({ q })).rejects.toMatchObject(refusal);
  expect((await api.resources.list({ q: `under:${ids[0]}` })).items).toEqual([]);
});
