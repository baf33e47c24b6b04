import { beforeEach, expect, test } from 'vitest';
import { insertResources } from '@/db/testing/insert-resources';
import { testDb } from '@/db/testing/test-db';
import { VIEW_LIMITS } from '@/domain/saved-view';
import { testCaller } from '../testing/test-caller';

const { db } = testDb();
const api = testCaller(db);

beforeEach(async () => {
  await db.deleteFrom('saved_views').execute();
});

const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: { cause?: { code?: string; details?: { errors?: unknown } } }) => ({ code: error.cause?.code, errors: error.cause?.details?.errors }));
const slugs = async () => (await api.views.list({})).items.map(({ slug }) => slug);
const lastAudit = async () => db.selectFrom('audit').select(['action', 'changes', 'inverse']).orderBy('id', 'desc').executeTakeFirst();

test('a view keeps all that is shown, under its name and a slug', async () => {
  const settings = { q: 'kind:host tag:env=prod', sort: '-last_seen', columns: 'name,status,tag:team', pinned: 2, group: 'tag:team,kind', density: 'compact', picture: 'status' };
  const saved = await api.views.save({ name: '  Größe № 1 ', ...settings });
  expect(saved).toMatchObject({ name: 'Größe № 1', slug: 'größe-no-1', isDefault: false, revision: 0, ...settings });
  expect(await api.views.open({ slug: 'größe-no-1' })).toEqual({ ...saved, problems: [], usedBy: [] });
  expect((await api.views.list({})).items).toEqual([{ ...saved, count: null }]);
  const audit = await lastAudit();
  expect(audit).toMatchObject({ action: 'views.save', changes: expect.arrayContaining([{ viewId: saved.id, field: 'q', oldValue: null, newValue: settings.q }]) });
  expect(audit?.inverse).toContainEqual({ viewId: saved.id, field: 'q', oldValue: settings.q, newValue: null });
});

test('names are one of a kind, slugs are made so', async () => {
  await api.views.save({ name: 'Web' });
  await api.views.save({ name: 'Web!' });
  expect(await slugs()).toEqual(['web', 'web-2']);
  expect(await refused(api.views.save({ name: 'WEB' }))).toEqual({ code: 'bad_request', errors: [{ path: 'name', message: 'there is a view Web already' }] });
  expect(await refused(api.views.save({ name: 'Other', slug: 'web' }))).toEqual({ code: 'bad_request', errors: [{ path: 'slug', message: 'the view Web has this slug' }] });
  const copy = await api.views.duplicate({ slug: 'web' });
  expect(copy).toMatchObject({ name: 'Web copy', slug: 'web-copy' });
  expect(await api.views.duplicate({ slug: 'web' })).toMatchObject({ name: 'Web copy 2' });
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ name: 'x'.repeat(VIEW_LIMITS.nameCharacters + 1) }, 'name'],
  [{ name: 'a\nb' }, 'name'],
  [{ name: 'a', slug: 'A b' }, 'slug'],
  [{ name: 'a', sort: 'size' }, 'sort'],
  [{ name: 'a', columns: 'name,colour' }, 'columns'],
  [{ name: 'a', group: 'name' }, 'group'],
  [{ name: 'a', density: 'dense' }, 'density'],
])('%j is refused by the name of what is wrong, and nothing is stored', async (parts, path) => {
  expect(await refused(api.views.save(parts))).toEqual({ code: 'bad_request', errors: [{ path, message: expect.any(String) }] });
  expect(await slugs()).toEqual([]);
});

test.each(['kind:', 'view:nowhere', 'view:a', 'under:0198c0de-0000-7000-8000-000000000001'])('the query %s is refused as a query', async (q) => {
  expect(await refused(api.views.save({ name: 'a', q }))).toMatchObject({ code: 'bad_selector', errors: [{ path: 'q' }] });
  expect(await slugs()).toEqual([]);
});

test('a change is of what was seen, says what it did, and changes nothing twice', async () => {
  await api.views.save({ name: 'Web', q: 'web' });
  const changed = await api.views.update({ slug: 'web', revision: 0, change: { q: 'web kind:host' } });
  expect(changed).toMatchObject({ q: 'web kind:host', name: 'Web', revision: 1 });
  expect((await lastAudit())?.changes).toEqual([{ viewId: changed.id, field: 'q', oldValue: 'web', newValue: 'web kind:host' }]);
  expect(await refused(api.views.update({ slug: 'web', revision: 0, change: { q: '' } }))).toMatchObject({ code: 'conflict' });
  expect(await api.views.update({ slug: 'web', revision: 1, change: { q: 'web kind:host' } })).toMatchObject({ revision: 1 });
  expect(await api.views.update({ slug: 'web', change: { name: 'Front', slug: 'front' } })).toMatchObject({ slug: 'front', name: 'Front', revision: 2 });
  expect(await refused(api.views.open({ slug: 'web' }))).toMatchObject({ code: 'not_found' });
  expect(await refused(api.views.remove({ slug: 'front', revision: 1 }))).toMatchObject({ code: 'conflict' });
  await api.views.remove({ slug: 'front', revision: 2 });
  expect(await slugs()).toEqual([]);
});

test('one view at most opens by itself', async () => {
  await api.views.save({ name: 'a', isDefault: true });
  await api.views.save({ name: 'b' });
  const defaults = async () => (await api.views.list({})).items.filter(({ isDefault }) => isDefault).map(({ slug }) => slug);
  expect(await defaults()).toEqual(['a']);
  await api.views.setDefault({ slug: 'b' });
  expect(await defaults()).toEqual(['b']);
  expect((await lastAudit())?.changes).toMatchObject([{ field: 'isDefault', newValue: 'false' }, { field: 'isDefault', newValue: 'true' }]);
  await api.views.setDefault({ slug: null });
  expect(await defaults()).toEqual([]);
  expect((await api.views.open({ slug: 'b' })).revision).toBe(0);
});

test('a view that others ask for keeps its slug, and stays', async () => {
  await api.views.save({ name: 'hosts', q: 'kind:host' });
  await api.views.save({ name: 'prod hosts', q: 'tag:env=prod view:hosts' });
  expect((await api.views.open({ slug: 'hosts' })).usedBy).toEqual(['prod-hosts']);
  const inUse = [{ path: 'slug', message: 'prod-hosts asks for view:hosts: change that first' }];
  expect(await refused(api.views.remove({ slug: 'hosts' }))).toEqual({ code: 'in_use', errors: inUse });
  expect(await refused(api.views.update({ slug: 'hosts', change: { slug: 'machines' } }))).toEqual({ code: 'bad_request', errors: inUse });
  expect(await refused(api.views.update({ slug: 'hosts', change: { q: 'view:prod-hosts' } }))).toMatchObject({ code: 'bad_selector' });
  await api.views.update({ slug: 'hosts', change: { q: 'parent(parent())' } });
  expect(await refused(api.views.update({ slug: 'prod-hosts', change: { q: 'child(view:hosts)' } }))).toMatchObject({ code: 'bad_selector' });
  await api.views.update({ slug: 'hosts', change: { q: 'kind:host' } });
  await api.views.update({ slug: 'prod-hosts', change: { q: 'parent(child(view:hosts))' } });
  expect(await refused(api.views.update({ slug: 'hosts', change: { q: 'parent()' } }))).toMatchObject({ code: 'bad_request', errors: [{ path: 'q', message: expect.stringContaining('prod-hosts asks for this view') }] });
  expect(await slugs()).toEqual(['hosts', 'prod-hosts']);
});

test('of two people who make a circle at once, one is refused', async () => {
  for (const name of ['a', 'b']) await api.views.save({ name });
  const outcomes = await Promise.all([refused(api.views.update({ slug: 'a', change: { q: 'view:b' } })), refused(api.views.update({ slug: 'b', change: { q: 'view:a' } }))]);
  expect(outcomes).toContainEqual('done');
  expect(outcomes).toContainEqual(expect.objectContaining({ code: 'bad_selector' }));
});

test('queries that ask for a view follow it at once: lists, counts, facets and edits of many', async () => {
  await insertResources(db, [{ name: 'h1', kind: 'host', tags: { env: 'prod' } }, { name: 'h2', kind: 'host' }, { name: 'a1', kind: 'app', tags: { env: 'prod' } }]);
  await api.views.save({ name: 'mine', q: 'kind:host OR name:nobody' });
  const names = async (q: string) => (await api.resources.list({ q })).items.map(({ name }) => name);
  expect(await names('view:mine')).toEqual(['h1', 'h2']);
  expect(await names('-view:mine')).toEqual(['a1']);
  expect(await names('view:mine tag:env=prod')).toEqual(['h1']);
  await api.views.update({ slug: 'mine', change: { q: 'tag:env=prod' } });
  expect(await names('view:mine')).toEqual(['a1', 'h1']);
  expect(await api.resources.count({ q: 'view:mine' })).toEqual({ value: 2, relation: 'eq' });
  const { total, facets } = await api.resources.facets({ q: 'view:mine kind:app', facets: ['kind'] });
  expect([total, facets[0]?.values]).toEqual([1, [{ value: 'app', count: 1 }, { value: 'host', count: 1 }]]);
  expect(await api.resources.explain({ q: 'view:mine kind:app' })).toMatchObject({ sentence: 'Resources where it is in the view mine and its kind is app', total: 1, parts: [{ term: 'view:mine', alone: 2, without: 1 }, { term: 'kind:app' }] });
  expect(await api.tagEdits.preview({ q: 'view:mine kind:host', set: { seen: 'yes' } })).toMatchObject({ matched: 1, added: 1 });
  expect(await refused(api.resources.list({ q: 'web view:mien' }))).toMatchObject({ code: 'bad_selector', errors: [{ path: 'q', message: 'there is no view mien; did you mean mine?' }] });
});

test('there are only so many', async () => {
  const view = { query: '', sort: '', columns: '', pinned: 1, grouped_by: '', density: '', picture: '' };
  const ids = Array.from({ length: VIEW_LIMITS.views }, (_, i) => `0198c0de-0000-7000-8000-${String(i).padStart(12, '0')}`);
  await db.insertInto('saved_views').values(ids.map((id) => ({ ...view, id, slug: id, name: id, name_fold: id }))).execute();
  expect(await refused(api.views.save({ name: 'one more' }))).toMatchObject({ code: 'bad_request' });
});
