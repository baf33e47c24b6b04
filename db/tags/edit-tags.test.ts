import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { LOCAL_PERSON } from '@/domain/actor';
import { MAX_TAGS_PER_RESOURCE } from '@/domain/tags';
import { insertResources } from '../testing/insert-resources';
import { testDb } from '../testing/test-db';
import { writeTx } from '../write-tx';
import { editTags, type TagEdit } from './edit-tags';

const { db } = testDb();
let id = '';

beforeEach(async () => {
  [id = ''] = await insertResources(db, [{ name: 'web', tags: { env: 'prod', team: 'web' } }]);
});

const edit = ({ set = {}, remove = [], ...rest }: { set?: Record<string, string>; remove?: string[] } & Partial<Omit<TagEdit, 'patch'>>) =>
  writeTx(db, { actor: LOCAL_PERSON, action: 'tags.edit' }, (tx) => editTags(tx, { id, patch: { set, remove }, ...rest }));

const tagRows = () => db.selectFrom('resource_tags').where('resource_id', '=', id).select(['key', 'value', 'value_fold', 'origin']).orderBy('key').execute();
const removals = async () => (await db.selectFrom('resource_tag_removals').where('resource_id', '=', id).select('key').orderBy('key').execute()).map(({ key }) => key);
const resource = () => db.selectFrom('resources').where('id', '=', id).select(['revision', 'updated_at']).executeTakeFirstOrThrow();
const history = () => db.selectFrom('resource_history').where('resource_id', '=', id).select(['actor_type', 'actor_name', 'action', 'field', 'old_value', 'new_value']).orderBy('field').execute();
const audits = () => db.selectFrom('audit').where(sql<boolean>`changes @> ${JSON.stringify([{ resourceId: id }])}::jsonb`).selectAll().execute();
const feedRows = async () => (await db.selectFrom('resource_changes').where(sql<boolean>`${id}::uuid = ANY(ids)`).select('what').execute()).map(({ what }) => what);

/** Everything that an edit could have left behind. */
const everything = async () => ({ tags: await tagRows(), removals: await removals(), resource: await resource(), history: await history(), audits: await audits(), feed: await feedRows() });

test('a patch sets and removes as a person, counts one revision and is recorded with its inverse', async () => {
  expect(await edit({ set: { env: 'QA', owner: '' }, remove: ['team'], revision: 0 })).toEqual({
    outcome: 'done',
    tags: { env: 'QA', owner: '' },
    revision: 1,
    before: [
      { key: 'env', value: 'prod', origin: 'source', wasRemoved: false },
      { key: 'owner', value: null, origin: null, wasRemoved: false },
      { key: 'team', value: 'web', origin: 'source', wasRemoved: false },
    ],
  });
  expect(await tagRows()).toEqual([
    { key: 'env', value: 'QA', value_fold: 'qa', origin: 'person' },
    { key: 'owner', value: '', value_fold: '', origin: 'person' },
  ]);
  expect(await removals()).toEqual(['team']);
  expect((await resource()).revision).toBe(1);
  const by = { actor_type: 'person', actor_name: 'local', action: 'tags.edit' };
  expect(await history()).toEqual([
    { ...by, field: 'tag:env', old_value: 'prod', new_value: 'QA' },
    { ...by, field: 'tag:owner', old_value: null, new_value: '' },
    { ...by, field: 'tag:team', old_value: 'web', new_value: null },
  ]);
  const [audit] = await audits();
  expect(audit).toMatchObject({ ...by, reason: null });
  expect(audit?.inverse).toEqual([
    { resourceId: id, field: 'tag:env', oldValue: 'QA', newValue: 'prod' },
    { resourceId: id, field: 'tag:owner', oldValue: '', newValue: null },
    { resourceId: id, field: 'tag:team', oldValue: null, newValue: 'web' },
  ]);
  expect(await feedRows()).toContain('t');
});

test('what changes nothing is left out: no revision, no history, no audit', async () => {
  await edit({ set: { env: 'prod', team: 'web' } });
  const before = await everything();
  expect(await edit({ set: { env: 'prod' }, remove: ['nobody'] })).toEqual({ outcome: 'done', tags: { env: 'prod', team: 'web' }, revision: 0, before: [] });
  expect(await everything()).toEqual(before);
  expect(before).toMatchObject({ resource: { revision: 0 }, history: [], audits: [], removals: [] });
});

test('in a patch that changes one thing, only that one is recorded', async () => {
  await edit({ set: { env: 'prod', team: 'api' } });
  expect((await history()).map(({ field }) => field)).toEqual(['tag:team']);
});

test('a person who sets what a source said makes it their own', async () => {
  await edit({ set: { env: 'prod' } });
  expect((await tagRows()).map(({ key, origin }) => [key, origin])).toEqual([['env', 'person'], ['team', 'source']]);
});

test('a tag that is set again is no longer remembered as removed', async () => {
  await edit({ remove: ['team'] });
  expect(await removals()).toEqual(['team']);
  await edit({ set: { team: 'web' } });
  expect(await removals()).toEqual([]);
});

test('a revision that has moved on is refused, and nothing is written', async () => {
  await edit({ set: { env: 'qa' } });
  const before = await everything();
  expect(await edit({ set: { env: 'dev' }, revision: 0 })).toEqual({ outcome: 'moved-on', revision: 1 });
  expect(await everything()).toEqual(before);
});

test('an unknown resource is not found', async () => {
  expect(await edit({ id: '0198c0de-0000-7000-8000-000000000001', set: { env: 'qa' } })).toEqual({ outcome: 'not-found' });
});

test('more tags than a resource may have are refused, and nothing is written', async () => {
  const full = Object.fromEntries(Array.from({ length: MAX_TAGS_PER_RESOURCE - 2 }, (_, i) => [`k${i}`, 'v']));
  expect(await edit({ set: full })).toMatchObject({ outcome: 'done' });
  const before = await everything();
  expect(await edit({ set: { more: 'x' } })).toEqual({ outcome: 'too-many-tags', count: MAX_TAGS_PER_RESOURCE + 1 });
  expect(await everything()).toEqual(before);
  expect(await edit({ set: { more: 'x' }, remove: ['env'] })).toMatchObject({ outcome: 'done' });
});

test('concurrent edits lose nothing, and of those who saw the same revision one wins', async () => {
  const keys = ['a', 'b', 'c', 'd'];
  const outcomes = await Promise.all(keys.map((key) => edit({ set: { [key]: 'x' } })));
  expect(outcomes.map((each) => (each.outcome === 'done' ? each.revision : 0)).sort()).toEqual([1, 2, 3, 4]);
  expect((await tagRows()).map(({ key }) => key)).toEqual([...keys, 'env', 'team']);

  const race = await Promise.all(keys.map((key) => edit({ set: { winner: key }, revision: 4 })));
  expect(race.map(({ outcome }) => outcome).sort()).toEqual(['done', 'moved-on', 'moved-on', 'moved-on']);
});
