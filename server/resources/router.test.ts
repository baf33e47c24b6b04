import { beforeAll, expect, test } from 'vitest';
import { insertResources } from '@/db/testing/insert-resources';
import { testDb } from '@/db/testing/test-db';
import { testCaller } from '../testing/test-caller';

const { db } = testDb();
const api = testCaller(db);
const ids: Record<string, string> = {};

beforeAll(async () => {
  const [host = ''] = await insertResources(db, [{ name: 'web-01', kind: 'host', group: 'Edge', tags: { env: 'prod', team: 'web' }, labels: { region: 'eu' }, annotations: { note: 'n' } }]);
  const [container = ''] = await insertResources(db, [{ name: 'nginx', kind: 'container', parentId: host, group: 'edge', tags: { env: 'Prod' } }]);
  const [app = ''] = await insertResources(db, [{ name: 'api', kind: 'app', parentId: container, status: 'Idle', tags: { env: 'qa', deprecated: '' } }]);
  await insertResources(db, [{ name: 'old', retiredAt: '2026-01-01T00:00:00Z', tags: { env: 'gone' } }]);
  Object.assign(ids, { host, container, app });
});

test('a list has every field of its rows and leaves out what is retired', async () => {
  const { items, total, nextCursor, prevCursor } = await api.resources.list({});
  expect(items.map((item) => item.name)).toEqual(['api', 'nginx', 'web-01']);
  expect({ total, nextCursor, prevCursor }).toEqual({ total: { value: 3, relation: 'eq' }, nextCursor: null, prevCursor: null });
  expect(items[1]).toMatchObject({ id: ids.container, parentId: ids.host, parentName: 'web-01', parentKind: 'host', childCount: 1, revision: 0, tags: { env: 'Prod' }, labels: {}, displayName: null, lastSeen: '2026-01-01T00:00:00.000Z' });
  expect(items[1]).not.toHaveProperty('annotations');
});

test('one resource comes with annotations and its ancestors, root first', async () => {
  const app = await api.resources.byId({ id: ids.app!.toUpperCase() });
  expect(app.ancestors).toEqual([
    { id: ids.host, name: 'web-01', kind: 'host', status: 'Online' },
    { id: ids.container, name: 'nginx', kind: 'container', status: 'Online' },
  ]);
  expect((await api.resources.byId({ id: ids.host! })).annotations).toEqual({ note: 'n' });
});

test('children are a list of their own, with their own children counted', async () => {
  const { items, total } = await api.resources.children({ id: ids.host!, sort: '-name' });
  expect(items.map((item) => [item.name, item.childCount])).toEqual([['nginx', 1]]);
  expect(total).toEqual({ value: 1, relation: 'eq' });
});

test('facets count', async () => {
  const answer = await api.resources.facets({ q: 'tag:env=prod', facets: ['kind', 'group', 'tag:env', 'tag', 'label:region'] });
  expect(answer).toEqual({
    total: 2,
    facets: [
      { field: 'kind', values: [{ value: 'container', count: 1 }, { value: 'host', count: 1 }], more: 0, missing: 0 },
      { field: 'group', values: [{ value: 'Edge', count: 2, variants: ['Edge', 'edge'] }], more: 0, missing: 0 },
      { field: 'tag:env', values: [{ value: 'Prod', count: 2, variants: ['Prod', 'prod'] }, { value: 'qa', count: 1 }], more: 0, missing: 0 },
      { field: 'tag', values: [{ value: 'env', count: 2 }, { value: 'team', count: 1 }], more: 0, missing: 0 },
      { field: 'label:region', values: [{ value: 'eu', count: 1 }], more: 0, missing: 1 },
    ],
  });
});

test('suggestions count what is in service', async () => {
  expect(await api.tags.suggest({})).toEqual({ values: [{ value: 'deprecated', count: 1 }, { value: 'env', count: 3 }, { value: 'team', count: 1 }] });
  expect(await api.tags.suggest({ key: 'env', prefix: 'P' })).toEqual({ values: [{ value: 'Prod', count: 2, variants: ['Prod', 'prod'] }] });
});

test('tags are edited', async () => {
  const id = ids.app!;
  expect(await api.tags.edit({ id, set: { Team: 'x' }, remove: ['deprecated'], revision: 0 })).toEqual({
    tags: { env: 'qa', team: 'x' },
    revision: 1,
    before: [
      { key: 'deprecated', value: '', origin: 'source', wasRemoved: false },
      { key: 'team', value: null, origin: null, wasRemoved: false },
    ],
  });
  await expect(api.tags.edit({ id, set: { a: 'b' }, revision: 0 })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
  await expect(api.tags.edit({ id, set: { 'ä': 'b' } })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
