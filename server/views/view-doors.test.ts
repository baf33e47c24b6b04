import { expect, test } from 'vitest';
import { localRequest, routeParams, serveTestDb } from '../testing/serve-test-db';
import { listDoor } from '../resources/read-doors';
import { removeViewDoor, saveViewDoor, updateViewDoor, viewDoor, viewsDoor } from './view-doors';

serveTestDb();
const none = routeParams({});
const of = (slug: string) => routeParams({ slug: encodeURIComponent(slug) });
const save = (json: unknown) => saveViewDoor(localRequest('/api/v1/views', { json }), none);
const patch = (slug: string, json: unknown, headers: Record<string, string> = {}) => updateViewDoor(localRequest('/x', { method: 'PATCH', json, headers }), of(slug));

test('a view is saved, read, changed as it was seen, and deleted', async () => {
  const saved = await save({ name: '本番', q: 'kind:host' });
  expect([saved.status, saved.headers.get('location'), saved.headers.get('etag')]).toEqual([201, `/api/v1/views/${encodeURIComponent('本番')}`, '"0"']);
  const read = await viewDoor(localRequest('/x'), of('本番'));
  expect(read.headers.get('etag')).toBe('"0"');
  expect(await read.json()).toMatchObject({ name: '本番', q: 'kind:host', usedBy: [], problems: [] });
  const changed = await patch('本番', { q: 'kind:app', isDefault: true }, { 'if-match': '"0"' });
  expect([changed.status, changed.headers.get('etag'), await changed.json()]).toMatchObject([200, '"1"', { q: 'kind:app', isDefault: true }]);
  expect((await patch('本番', { q: '' }, { 'if-match': '"0"' })).status).toBe(412);
  expect((await patch('本番', { q: '' }, { 'if-match': 'W/"1"' })).status).toBe(412);
  const list = await (await viewsDoor(localRequest('/api/v1/views?counts=exact'), none)).json();
  expect(list).toMatchObject({ items: [{ slug: '本番', q: 'kind:app', count: null }], everything: null });
  expect((await listDoor(localRequest(`/api/v1/resources?q=view:${encodeURIComponent('本番')}`), none)).status).toBe(200);
  expect((await removeViewDoor(localRequest('/x', { method: 'DELETE', headers: { 'if-match': '"0"' } }), of('本番'))).status).toBe(412);
  expect((await removeViewDoor(localRequest('/x', { method: 'DELETE' }), of('本番'))).status).toBe(204);
  expect((await viewDoor(localRequest('/x'), of('本番'))).status).toBe(404);
});

test('what is wrong is named at its place', async () => {
  expect(await (await save({ name: 'a', q: 'kind:hots', sort: 'name' })).json()).toMatchObject({ status: 400, position: 5, length: 4, suggestion: 'host', errors: [{ path: 'q' }] });
  expect(await (await save({ name: 'a', colour: 'red' })).json()).toMatchObject({ status: 400, errors: [{ path: 'colour', message: 'there is no such field' }] });
  expect(await (await viewsDoor(localRequest('/x?count=exact'), none)).json()).toMatchObject({ status: 400, errors: [{ path: 'count' }] });
  await save({ name: 'inner' });
  await save({ name: 'outer', q: 'view:inner' });
  const refused = await removeViewDoor(localRequest('/x', { method: 'DELETE' }), of('inner'));
  expect([refused.status, await refused.json()]).toMatchObject([409, { title: 'In use', errors: [{ path: 'slug' }] }]);
  expect((await patch('%', {})).status).toBe(404);
});
