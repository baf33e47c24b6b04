import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { LOCAL_PERSON } from '@/domain/actor';
import type { CellEdit, CellsResult } from '@/domain/tag-cells';
import { MAX_TAGS_PER_RESOURCE } from '@/domain/tags';
import { uuidV7 } from '@/domain/uuid-v7';
import { insertResources } from '../testing/insert-resources';
import { testDb } from '../testing/test-db';
import { writeTx } from '../write-tx';
import { editCells } from './edit-cells';
import { editTags } from './edit-tags';

const { db } = testDb();
let [a, b] = ['', ''];

beforeEach(async () => {
  // Ids of one moment are in no order.
  [a = '', b = ''] = [uuidV7(), uuidV7()].sort();
  await insertResources(db, [{ id: a, name: 'a', tags: { env: 'prod' } }, { id: b, name: 'b', tags: { env: 'qa', team: 'web' } }]);
});

const edit = (...cells: CellEdit[]) => writeTx(db, { actor: LOCAL_PERSON, action: 'tags.editCells' }, (tx) => editCells(tx, cells));
const rows = () =>
  db.selectFrom('resource_tags').where('resource_id', 'in', [a, b]).select(['resource_id as id', 'key', 'value', 'value_fold as fold', 'origin']).orderBy('resource_id').orderBy('key').execute();
const removals = () => db.selectFrom('resource_tag_removals').where('resource_id', 'in', [a, b]).select(['resource_id as id', 'key']).orderBy('resource_id').orderBy('key').execute();
const revisions = async () => (await db.selectFrom('resources').where('id', 'in', [a, b]).select('revision').orderBy('id').execute()).map(({ revision }) => revision);
const audits = () => db.selectFrom('audit').where(sql<boolean>`changes @> ${JSON.stringify([{ resourceId: a }])}::jsonb`).selectAll().orderBy('id').execute();
const feed = async () => (await db.selectFrom('resource_changes').where('what', '=', 't').where(sql<boolean>`ids @> ${[a, b]}::uuid[]`).select('seq').execute()).length;
const everything = async () => ({ rows: await rows(), removals: await removals(), revisions: await revisions(), audits: await audits() });

/** What takes the results back. */
const inverse = (written: readonly CellEdit[], results: readonly CellsResult[]): CellEdit[] =>
  results.flatMap(({ id, before }) =>
    before.map(({ key, value, ...restores }) => ({ id, key, value, restores, expected: written.find((cell) => cell.id === id && cell.key === key)?.value ?? null })),
  );

test('a block is written at once: each resource its values, one revision, one audit row with its inverse, one row of the feed', async () => {
  const before = await feed();
  const results = await edit({ id: a, key: 'env', value: 'Dev' }, { id: a, key: 'drain', value: '' }, { id: b, key: 'team', value: null }, { id: b, key: 'env', value: 'qa' });
  expect(results).toEqual([
    {
      id: a,
      outcome: 'changed',
      tags: { drain: '', env: 'Dev' },
      revision: 1,
      before: [
        { key: 'drain', value: null, origin: null, wasRemoved: false },
        { key: 'env', value: 'prod', origin: 'source', wasRemoved: false },
      ],
    },
    {
      id: b,
      outcome: 'changed',
      tags: { env: 'qa' },
      revision: 1,
      before: [
        { key: 'env', value: 'qa', origin: 'source', wasRemoved: false },
        { key: 'team', value: 'web', origin: 'source', wasRemoved: false },
      ],
    },
  ]);
  expect(await rows()).toEqual([
    { id: a, key: 'drain', value: '', fold: '', origin: 'person' },
    { id: a, key: 'env', value: 'Dev', fold: 'dev', origin: 'person' },
    { id: b, key: 'env', value: 'qa', fold: 'qa', origin: 'person' },
  ]);
  expect(await removals()).toEqual([{ id: b, key: 'team' }]);
  const [audit, ...more] = await audits();
  expect(more).toEqual([]);
  expect(audit?.inverse).toEqual([
    { resourceId: a, field: 'tag:drain', oldValue: '', newValue: null },
    { resourceId: a, field: 'tag:env', oldValue: 'Dev', newValue: 'prod' },
    { resourceId: b, field: 'tag:team', oldValue: null, newValue: 'web' },
  ]);
  expect((await feed()) - before).toBe(1);
});

test('taken back, every tag is again what it was and whose it was, and no removal is remembered that was not', async () => {
  await edit({ id: b, key: 'zone', value: 'x' }, { id: b, key: 'old', value: 'y' });
  await edit({ id: b, key: 'old', value: null });
  const before = await everything();
  const written: CellEdit[] = [
    { id: a, key: 'env', value: 'dev' },
    { id: a, key: 'new', value: 'z' },
    { id: b, key: 'team', value: null },
    { id: b, key: 'old', value: 'again' },
  ];
  expect((await edit(...inverse(written, await edit(...written)))).map(({ outcome }) => outcome)).toEqual(['changed', 'changed']);
  const after = await everything();
  expect({ rows: after.rows, removals: after.removals }).toEqual({ rows: before.rows, removals: before.removals });
});

test('a resource whose cell is another than was seen is left alone, whole, and the others are written', async () => {
  await writeTx(db, { actor: LOCAL_PERSON, action: 'tags.edit' }, (tx) => editTags(tx, { id: a, patch: { set: { env: 'theirs' }, remove: [] } }));
  const results = await edit({ id: a, key: 'env', value: 'mine', expected: 'prod' }, { id: a, key: 'team', value: 'x', expected: null }, { id: b, key: 'env', value: 'mine', expected: 'qa' });
  expect(results).toMatchObject([
    { outcome: 'skipped', tags: { env: 'theirs' }, revision: 1, before: [] },
    { outcome: 'changed', tags: { env: 'mine', team: 'web' }, revision: 1 },
  ]);
});

test('a cell that is seen to be empty is not the same as one without a value', async () => {
  await edit({ id: a, key: 'drain', value: '' });
  expect(await edit({ id: a, key: 'drain', value: 'x', expected: null })).toMatchObject([{ outcome: 'skipped' }]);
  expect(await edit({ id: a, key: 'drain', value: 'x', expected: '' })).toMatchObject([{ outcome: 'changed' }]);
});

test('one that would have too many tags is refused, one that is gone is named, and nothing is written to either', async () => {
  await edit(...Array.from({ length: MAX_TAGS_PER_RESOURCE - 1 }, (_, i) => ({ id: a, key: `k${i}`, value: 'v' })));
  const gone = '0198c0de-0000-7000-8000-000000000001';
  const before = await everything();
  expect(await edit({ id: a, key: 'more', value: 'x' }, { id: a, key: 'env', value: 'y' }, { id: gone, key: 'env', value: 'x' })).toMatchObject([
    { id: a, outcome: 'refused', revision: 1, before: [] },
    { id: gone, outcome: 'gone', tags: {}, before: [] },
  ]);
  expect(await everything()).toEqual(before);
});

test('what is so already changes nothing and is not recorded', async () => {
  await edit({ id: a, key: 'env', value: 'prod' });
  const before = await everything();
  expect(await edit({ id: a, key: 'env', value: 'prod', expected: 'prod' }, { id: a, key: 'nobody', value: null })).toMatchObject([{ outcome: 'unchanged', revision: 0, before: [] }]);
  expect(await everything()).toEqual(before);
});

test('two blocks over the same cells in opposite order both end, one after the other', async () => {
  const values = ['one', 'two', 'three', 'four'];
  const results = await Promise.all(values.map((value, i) => edit(...(i % 2 === 0 ? [a, b] : [b, a]).map((id) => ({ id, key: 'env', value })))));
  expect(results.flat().every(({ outcome }) => outcome === 'changed')).toBe(true);
  expect(await revisions()).toEqual([4, 4]);
  const [first, second] = (await rows()).filter(({ key }) => key === 'env');
  expect(first?.value).toBe(second?.value);
});
