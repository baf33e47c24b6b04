import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { beforeAll, expect, test } from 'vitest';
import { insertResources } from '@/db/testing/insert-resources';
import { createContext } from './context';
import { appRouter } from './router';
import { localRequest, serveTestDb } from './testing/serve-test-db';

const { db } = serveTestDb();
let id = '';

beforeAll(async () => {
  [id = ''] = await insertResources(db, [{ name: 'web', tags: { env: 'prod' } }]);
});

async function call(procedure: string, { query, body }: { query?: unknown; body?: unknown }) {
  const input = query === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(query))}`;
  const req = localRequest(`/api/trpc/${procedure}${input}`, body === undefined ? {} : { json: body });
  const response = await fetchRequestHandler({ endpoint: '/api/trpc', req, router: appRouter, createContext, allowMethodOverride: true });
  return { status: response.status, body: await response.json() };
}

test('an answer is plain JSON, with times as text', async () => {
  const { body } = await call('resources.list', { query: { q: 'tag:env=prod' } });
  expect(body.result.data.items).toMatchObject([{ id, name: 'web', lastSeen: '2026-01-01T00:00:00.000Z' }]);
});

test('an error carries a sentence, its code, and where it is', async () => {
  expect(await call('resources.list', { query: { q: 'team=core' } })).toMatchObject({
    status: 400,
    body: { error: { message: expect.any(String), data: { code: 'BAD_REQUEST', httpStatus: 400, appCode: 'bad_selector', position: 0, suggestion: 'tag:team=core', errors: [{ path: 'q' }] } } },
  });
  expect(await call('tags.edit', { body: { id, set: { 'ä': 'x' } } })).toMatchObject({ status: 400, body: { error: { data: { appCode: 'bad_request', errors: [{ path: 'set.ä' }] } } } });
  expect(await call('tags.edit', { body: { id, set: { a: 'b' }, revision: 5 } })).toMatchObject({ status: 412, body: { error: { data: { appCode: 'conflict' } } } });
  expect(await call('resources.byId', { query: { id: '0198c0de-0000-7000-8000-000000000001' } })).toMatchObject({ status: 404, body: { error: { data: { appCode: 'not_found' } } } });
});

test('what is wrong in the input is named; nothing of the server is shown', async () => {
  const { status, body } = await call('resources.list', { query: { limit: 0, page: 2 } });
  expect(status).toBe(400);
  expect(body.error.data.errors.map((error: { path: string }) => error.path).sort()).toEqual(['limit', 'page']);
  expect(body.error.data).not.toHaveProperty('stack');
  expect(await call('resources.nothing', { query: {} })).toMatchObject({ status: 404, body: { error: { message: 'There is no such procedure.' } } });
});
