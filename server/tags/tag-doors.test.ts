import { beforeEach, expect, test } from 'vitest';
import { insertResources } from '@/db/testing/insert-resources';
import { localRequest, routeParams, serveTestDb } from '../testing/serve-test-db';
import { testCaller } from '../testing/test-caller';
import { suggestDoor } from '../suggest-door';
import { editTagsDoor } from './tag-doors';

const { db } = serveTestDb();
let id = '';

beforeEach(async () => {
  [id = ''] = await insertResources(db, [{ name: 'web', tags: { env: 'prod' } }]);
});

const patch = (json: unknown, headers: Record<string, string> = {}, of = id) =>
  editTagsDoor(localRequest('/x', { method: 'PATCH', json, headers }), routeParams({ id: of }));
const tagsNow = async () => (await testCaller(db).resources.byId({ id })).tags;

test('a patch answers the new tags, the revision and its ETag, and the very next read shows them', async () => {
  const response = await patch({ set: { Team: 'Core <script>' }, remove: ['ENV'] }, { 'if-match': '"0"' });
  expect(response.headers.get('etag')).toBe('"1"');
  expect(await response.json()).toEqual({ tags: { team: 'Core <script>' }, revision: 1 });
  expect(await tagsNow()).toEqual({ team: 'Core <script>' });
});

test.each(['"7"', '"abc"', 'W/"0"', '0', '"0", "1"'])('If-Match: %s is not the revision: 412, and nothing is written', async (ifMatch) => {
  const response = await patch({ set: { env: 'qa' } }, { 'if-match': ifMatch });
  expect(response.status).toBe(412);
  expect(await tagsNow()).toEqual({ env: 'prod' });
});

test('If-Match: * asks only that it is there', async () => {
  expect((await patch({ set: { env: 'qa' } }, { 'if-match': '*' })).status).toBe(200);
});

test.each([
  [{ set: { 'ä': 'x' } }, 'set.ä'],
  [{ set: { '-a': 'x' } }, 'set.-a'],
  [{ set: { a: 'x'.repeat(257) } }, 'set.a'],
  [{ set: { a: 'NUL \u0000' } }, 'set.a'],
  [{ set: { Env: 'a', env: 'b' } }, 'set.env'],
  [{ set: { env: 'a' }, remove: ['env'] }, 'remove.0'],
  [{ set: { env: 7 } }, 'set.env'],
  [{ set: { env: 'qa' }, tags: {} }, 'tags'],
  [{ set: { env: 'qa' }, revision: 0 }, 'revision'],
  [['env'], ''],
])('%j is refused with the name of what is wrong, and nothing is written', async (body, path) => {
  const response = await patch(body);
  expect(response.status).toBe(400);
  expect((await response.json()).errors).toContainEqual({ path, message: expect.any(String) });
  expect(await tagsNow()).toEqual({ env: 'prod' });
});

test('what is no JSON, not said to be, or too long is refused', async () => {
  const send = async (body: string, contentType: string) =>
    (await editTagsDoor(new Request('http://localhost/x', { method: 'PATCH', body, headers: { host: 'localhost', 'content-type': contentType } }), routeParams({ id }))).status;
  expect(await send('{"set":{"env":"qa"}}', 'text/plain')).toBe(415);
  expect(await send('{"set":', 'application/json')).toBe(400);
  expect(await send(`{"set":{"env":"${'x'.repeat(300_000)}"}}`, 'application/json; charset=utf-8')).toBe(413);
  expect(await tagsNow()).toEqual({ env: 'prod' });
});

test('an unknown resource and a wrong id', async () => {
  expect((await patch({ set: { a: 'b' } }, {}, '0198c0de-0000-7000-8000-000000000001')).status).toBe(404);
  expect((await patch({ set: { a: 'b' } }, {}, 'web')).status).toBe(400);
});

test('completion of keys and values', async () => {
  await patch({ set: { suggested: 'One' } });
  const ask = async (search: string) => (await suggestDoor(localRequest(`/api/v1/suggest${search}`), routeParams({}))).json();
  expect(await ask('?prefix=sugg')).toEqual({ values: [{ value: 'suggested', count: 1 }] });
  expect(await ask('?key=suggested&prefix=o')).toEqual({ values: [{ value: 'One', count: 1 }] });
  expect(await ask('?key=')).toMatchObject({ status: 400, errors: [{ path: 'key' }] });
});
