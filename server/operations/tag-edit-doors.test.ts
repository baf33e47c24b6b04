import { beforeEach, expect, test, vi } from 'vitest';
import { insertResources } from '@/db/testing/insert-resources';
import { localRequest, routeParams, serveTestDb } from '../testing/serve-test-db';
import { recentTagEditsDoor, tagEditDoor, tagEditsDoor, undoTagEditDoor } from './tag-edit-doors';
import { uuidV7 } from '@/domain/uuid-v7';

const { db } = serveTestDb();
vi.setConfig({ testTimeout: 120_000 });
const WAIT = { timeout: 60_000 };
let group = '';
let ids: string[] = [];

beforeEach(async () => {
  group = uuidV7();
  ids = await insertResources(db, [
    { name: 'a', group, tags: { env: 'dev' } },
    { name: 'b', group, tags: { env: 'prod' } },
    { name: 'c', group },
  ]);
});

const post = async (json: unknown) => tagEditsDoor(localRequest('/x', { json }), routeParams({}));
const get = async (id: string, search = '') => tagEditDoor(localRequest(`/x${search}`), routeParams({ id }));
const undo = async (id: string) => undoTagEditDoor(localRequest('/x', { method: 'POST' }), routeParams({ id }));
const envs = async () => (await db.selectFrom('resource_tags').where('resource_id', 'in', ids).where('key', '=', 'env').select('value').orderBy('value').execute()).map(({ value }) => value);
const ended = (id: string) =>
  vi.waitFor(async () => {
    const progress = await (await get(id)).json();
    expect(progress.state).not.toBe('running');
    return progress;
  }, WAIT);

test('a dry run says what would happen and freezes it; run twice it happens once; undone it is as before', async () => {
  const dryRun = await post({ q: `group:${group}`, set: { Env: 'prod' }, dryRun: true, reason: 'tidy' });
  expect(dryRun.status).toBe(200);
  const preview = await dryRun.json();
  expect(preview).toMatchObject({ preview: expect.any(String), expiresAt: expect.any(String), matched: 3, added: 1, changed: 1, removed: 0, unchanged: 1, keys: [{ key: 'env', oldValues: [{ value: 'dev', count: 1 }] }] });
  expect(await envs()).toEqual(['dev', 'prod']);
  const [later = ''] = await insertResources(db, [{ name: 'later', group }]);

  const run = await post({ preview: preview.preview });
  expect(run.status).toBe(202);
  expect(run.headers.get('location')).toBe(`/api/v1/tag-edits/${preview.preview}`);
  expect(await run.json()).toMatchObject({ id: preview.preview });
  expect(await (await post({ preview: preview.preview })).json()).toMatchObject({ id: preview.preview });
  expect(await ended(preview.preview)).toMatchObject({ state: 'done', matched: 3, processed: 3, changed: 2, unchanged: 1, refused: 0, reason: 'tidy', query: `group:${group}`, set: { env: 'prod' } });
  expect(await envs()).toEqual(['prod', 'prod', 'prod']);
  expect(await db.selectFrom('resource_tags').where('resource_id', '=', later).selectAll().execute()).toEqual([]);

  const undone = await (await undo(preview.preview)).json();
  expect(await ended(undone.id)).toMatchObject({ state: 'done', undoes: preview.preview, changed: 2 });
  expect(await envs()).toEqual(['dev', 'prod']);
  expect(await (await undo(preview.preview)).json()).toMatchObject({ id: undone.id });
  const recent = await (await recentTagEditsDoor(localRequest('/x?limit=2'), routeParams({}))).json();
  expect(recent.items.map(({ id }: { id: string }) => id)).toEqual([undone.id, preview.preview].sort().reverse());
});

test('results by pages, and by outcome', async () => {
  const { id } = await (await post({ ids, set: { env: 'prod' } })).json();
  await ended(id);
  const names: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: { name: string; outcome: string }[]; nextCursor: string | null } = await (await get(id, `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)).json();
    names.push(...page.items.map(({ name, outcome }) => `${name} ${outcome}`));
    cursor = page.nextCursor;
  }
  expect(names.sort()).toEqual(['a changed', 'b unchanged', 'c changed']);
  expect(await (await get(id, '?outcome=unchanged')).json()).toMatchObject({ items: [{ resourceId: ids[1], name: 'b', kind: 'host', outcome: 'unchanged' }], nextCursor: null });
});

test.each([
  [{ set: { env: 'x' } }, 'q'],
  [{ q: '', ids: [uuidV7()], set: { env: 'x' } }, 'q'],
  [{ ids: [], set: { env: 'x' } }, 'ids'],
  [{ ids: ['web'], set: { env: 'x' } }, 'ids.0'],
  [{ ids: [uuidV7()], set: { env: 'x' } }, 'ids.0'],
  [{ q: '' }, 'set'],
  [{ q: '', set: {}, remove: [] }, 'set'],
  [{ q: '', set: { '-a': 'x' } }, 'set.-a'],
  [{ q: '', set: { a: 'x' }, remove: ['A'] }, 'remove.0'],
  [{ q: 'kind:', set: { a: 'x' } }, 'q'],
  [{ q: '', set: { a: 'x' }, colour: 'red' }, 'colour'],
  [{ preview: uuidV7(), set: { a: 'x' } }, 'set'],
  [{ preview: uuidV7(), dryRun: true }, 'preview'],
  [{ preview: 'last' }, 'preview'],
])('%j is refused with the name of what is wrong, and nothing is frozen', async (body, path) => {
  const count = async () => (await db.selectFrom('operations').select('id').execute()).length;
  const before = await count();
  const response = await post(body);
  expect(response.status).toBe(400);
  expect((await response.json()).errors).toContainEqual({ path, message: expect.any(String) });
  expect(await count()).toBe(before);
});

test('unknown, expired, and a preview that cannot be undone', async () => {
  expect((await post({ preview: uuidV7() })).status).toBe(404);
  expect((await get(uuidV7())).status).toBe(404);
  expect((await undo(uuidV7())).status).toBe(404);
  const { preview } = await (await post({ ids, set: { env: 'x' }, dryRun: true })).json();
  expect(await (await get(preview)).json()).toMatchObject({ state: 'previewed', items: [] });
  expect((await undo(preview)).status).toBe(400);
  await db.updateTable('operations').where('id', '=', preview).set({ expires_at: '2026-01-01T00:00:00.000Z' }).execute();
  expect((await post({ preview })).status).toBe(410);
  expect(await envs()).toEqual(['dev', 'prod']);
});
