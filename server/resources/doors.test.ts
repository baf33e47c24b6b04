import { beforeAll, expect, test } from 'vitest';
import { insertResources } from '@/db/testing/insert-resources';
import { unknownDoor } from '../http-door';
import { localRequest, routeParams, serveTestDb } from '../testing/serve-test-db';
import { changesDoor, childrenDoor, facetsDoor, listDoor, queryDoor, resourceDoor, rollupDoor } from './read-doors';
import { restoreDoor, retireDoor } from './retire-doors';

const { db } = serveTestDb();
const nobody = '0198c0de-0000-7000-8000-000000000001';
let host = '';

beforeAll(async () => {
  [host = ''] = await insertResources(db, [{ name: 'web-01', kind: 'host', tags: { env: 'prod' } }]);
  await insertResources(db, ['a', 'b', 'c'].map((name) => ({ name, kind: 'container' as const, parentId: host })));
});

const none = routeParams({});
const of = (id: string) => routeParams({ id });
type Door<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

async function get<Params>(door: Door<Params>, path: string, context: { params: Promise<Params> }) {
  const response = await door(localRequest(path), context);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

test('a page, the next one and back', async () => {
  const first = await get(listDoor, '/api/v1/resources?q=kind:container&sort=-name&limit=2', none);
  expect(first.status).toBe(200);
  expect(first.headers.get('cache-control')).toBe('no-store');
  expect(first.body).toMatchObject({ items: [{ name: 'c' }, { name: 'b' }], prevCursor: null, total: { value: 3, relation: 'eq' } });
  const next = await get(listDoor, `/api/v1/resources?q=kind:container&sort=-name&limit=2&total=none&cursor=${first.body.nextCursor}`, none);
  expect(next.body).toMatchObject({ items: [{ name: 'a' }], nextCursor: null, total: null, asOf: first.body.asOf });
  const back = await get(listDoor, `/api/v1/resources?q=kind:container&sort=-name&limit=2&cursor=${next.body.prevCursor}`, none);
  expect(back.body).toMatchObject({ items: [{ name: 'c' }, { name: 'b' }], prevCursor: null, nextCursor: expect.any(String) });
});

test('the query may come as a body', async () => {
  const response = await queryDoor(localRequest('/api/v1/resources/query', { json: { q: 'tag:env=prod', limit: 1 } }), none);
  expect(await response.json()).toMatchObject({ items: [{ name: 'web-01', tags: { env: 'prod' } }], total: { value: 1 } });
  const unknown = await queryDoor(localRequest('/api/v1/resources/query', { json: { q: '', page: 2 } }), none);
  expect(await unknown.json()).toMatchObject({ status: 400, errors: [{ path: 'page', message: 'there is no such field' }] });
});

test('one resource carries its revision as ETag', async () => {
  const { status, headers, body } = await get(resourceDoor, `/api/v1/resources/${host}`, of(host));
  expect(status).toBe(200);
  expect(headers.get('etag')).toBe('"0"');
  expect(body).toMatchObject({ id: host, childCount: 3, ancestors: [], annotations: {}, labels: {}, tags: { env: 'prod' }, group: null, revision: 0 });
});

test('children, rollup and facets', async () => {
  expect((await get(childrenDoor, `/x?sort=-name&limit=1`, of(host))).body).toMatchObject({ items: [{ name: 'c', childCount: 0 }], total: { value: 3 } });
  expect((await get(rollupDoor, '/x', of(host))).body).toEqual({ total: 3, byKind: { container: 3 }, byStatus: { Online: 3 } });
  expect((await get(facetsDoor, '/x?q=kind:host&facet=kind&facet=tag:env&limit=1', none)).body).toEqual({
    total: 1,
    facets: [
      { field: 'kind', values: [{ value: 'container', count: 3 }], more: 1, missing: 0 },
      { field: 'tag:env', values: [{ value: 'prod', count: 1 }], more: 0, missing: 0 },
    ],
  });
});

test('retired, gone from the list, restored, and all of it in its history', async () => {
  const [id = ''] = await insertResources(db, [{ name: 'brief', kind: 'device' }]);
  expect((await retireDoor(localRequest('/x', { method: 'DELETE' }), of(id))).status).toBe(204);
  expect((await get(listDoor, '/x?q=kind:device', none)).body).toMatchObject({ items: [], total: { value: 0 } });
  const restored = await restoreDoor(localRequest('/x', { method: 'POST' }), of(id));
  expect(restored.headers.get('etag')).toBe('"2"');
  expect(await restored.json()).toMatchObject({ id, retiredAt: null });
  const first = await get(changesDoor, '/x?limit=1', of(id));
  expect(first.body).toMatchObject({ items: [{ field: 'retired', newValue: null, action: 'resources.restore', actor: { type: 'person', name: 'local' } }] });
  const second = await get(changesDoor, `/x?limit=1&cursor=${first.body.nextCursor}`, of(id));
  expect(second.body).toMatchObject({ items: [{ oldValue: null, action: 'resources.retire' }], nextCursor: null });
});

test.each([
  ['?limit=0', 'limit'], ['?limit=501', 'limit'], ['?limit=ten', 'limit'], ['?limit=1&limit=2', 'limit'], ['?sort=size', 'sort'],
  ['?offset=5', 'offset'], ['?__proto__=5', '__proto__'], ['?total=maybe', 'total'], ['?cursor=rubbish', 'cursor'], ['?q=team=core', 'q'], ['?q=%00', 'q'],
])('%s is refused, by the name of the parameter', async (search, path) => {
  const { status, headers, body } = await get(listDoor, `/api/v1/resources${search}`, none);
  expect(status).toBe(400);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(body).toMatchObject({ type: expect.any(String), title: expect.any(String), status: 400, detail: expect.any(String), errors: [{ path, message: expect.any(String) }] });
});

test('a query that is not understood says where, and what was meant', async () => {
  const { body } = await get(listDoor, '/x?q=kind:host%20team=core', none);
  expect(body).toMatchObject({ position: 10, suggestion: 'tag:team=core', status: 400 });
});

test('a cursor belongs to its query and its sort', async () => {
  const { body } = await get(listDoor, '/x?limit=1', none);
  for (const other of ['q=kind:host', 'sort=-name']) {
    const refused = await get(listDoor, `/x?${other}&cursor=${body.nextCursor}`, none);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'cursor' }] } });
  }
});

test('an id that is no UUID is wrong, one that nobody has is not found', async () => {
  for (const door of [resourceDoor, childrenDoor, rollupDoor, changesDoor]) {
    expect(await get(door, '/x', of('web-01'))).toMatchObject({ status: 400, body: { errors: [{ path: 'id', message: 'an id is a UUID' }] } });
    expect((await get(door, '/x', of(nobody))).status).toBe(404);
  }
  for (const [door, method] of [[retireDoor, 'DELETE'], [restoreDoor, 'POST']] as const) {
    expect((await door(localRequest('/x', { method }), of(nobody))).status).toBe(404);
  }
  expect((await get(unknownDoor, '/api/v1/nothing', none)).status).toBe(404);
});

test('a foreign host reads nothing and a foreign page writes nothing', async () => {
  const rebound = await listDoor(localRequest('/x', { headers: { host: 'evil.example' } }), none);
  expect(rebound.status).toBe(403);
  const foreign = await retireDoor(localRequest('/x', { method: 'DELETE', headers: { origin: 'http://evil.example' } }), of(host));
  expect(foreign.status).toBe(403);
  expect((await get(resourceDoor, '/x', of(host))).body).toMatchObject({ retiredAt: null, revision: 0 });
});

test('an unknown facet, or more than thirty, is refused', async () => {
  expect(await get(facetsDoor, '/x?facet=name', none)).toMatchObject({ status: 400, body: { errors: [{ path: 'facets.0' }] } });
  expect(await get(facetsDoor, `/x?${'facet=kind&'.repeat(31)}`, none)).toMatchObject({ status: 400, body: { errors: [{ path: 'facets' }] } });
});
