import { sql } from 'kysely';
import { beforeEach, expect, test, vi } from 'vitest';
import { LOCAL_PERSON } from '@/domain/actor';
import { editTags } from '../tags/edit-tags';
import { insertResources } from '../testing/insert-resources';
import { testDb } from '../testing/test-db';
import { writeTx } from '../write-tx';
import { listResults } from './list-results';
import { runChunk } from './run-chunk';
import { failOperation, startOperation } from './start-operation';
import { editMany, freeze, known, undo } from './testing/edit-many';
import { holdResource } from './testing/hold-resource';

const { db } = testDb();
const WAIT = { timeout: 60_000 };
const idOf = (place: number) => `0198c0de-0000-7000-8000-00000000000${place}`;
let ids: string[];

beforeEach(async () => {
  await sql`TRUNCATE resources, operations, audit, resource_history CASCADE`.execute(db);
  ids = await insertResources(db, [
    { id: idOf(0), name: 'a', tags: { env: 'dev', team: 'x' } },
    { id: idOf(1), name: 'b', tags: { env: 'prod' } },
    { id: idOf(2), name: 'c' },
  ]);
  await editOne(2, { set: { gone: 'x' } });
  await editOne(2, { remove: ['gone'] });
});

const editOne = (place: number, patch: { set?: Record<string, string>; remove?: string[] }) =>
  writeTx(db, { actor: LOCAL_PERSON, action: 'tags.edit' }, (tx) => editTags(tx, { id: idOf(place), patch: { set: {}, remove: [], ...patch } }));
const tags = () => db.selectFrom('resource_tags').selectAll().orderBy('resource_id').orderBy('key').execute();
const removals = () => db.selectFrom('resource_tag_removals').select(['resource_id', 'key']).orderBy('resource_id').orderBy('key').execute();
const content = async () => ({ tags: await tags(), removals: await removals() });
const outcomes = async (operationId: string) => (await listResults(db, { operationId, limit: 500 })).map(({ name, outcome }) => `${name} ${outcome}`);
const edit = () => editMany(db, { resources: { by: 'ids', ids }, set: { env: 'prod', gone: 'back' }, remove: ['team'], chunkRows: 2 });

test('an undo puts back every value, its origin and what was remembered as removed; an undo of the undo does it again', async () => {
  const before = await content();
  const edited = await edit();
  const after = await content();
  const undone = await undo(db, edited.id);
  expect(undone).toMatchObject({ state: 'done', undoes: edited.id, action: 'tagEdits.undo', matched: 3, changed: 3, skipped: 0 });
  expect(await content()).toEqual(before);
  expect(await known(db, edited.id)).toMatchObject({ undoneBy: undone?.id });
  const redone = await undo(db, undone?.id ?? '');
  expect(redone).toMatchObject({ state: 'done', changed: 3 });
  expect(await content()).toEqual(after);
  const audits = await db.selectFrom('audit').where('operation_id', '=', undone?.id ?? '').select(['action', 'changes']).execute();
  expect(audits.map(({ action }) => action)).toEqual(['tagEdits.undo', 'tagEdits.undo']);
  // Chunks are written side by side: either may be first.
  expect(audits.map(({ changes }) => changes)).toContainEqual([
    { resourceId: idOf(2), field: 'tag:env', oldValue: 'prod', newValue: null },
    { resourceId: idOf(2), field: 'tag:gone', oldValue: 'back', newValue: null },
  ]);
});

test('an undo waits for the chunk in flight of an edit that failed elsewhere, and takes it back too', async () => {
  const operation = await freeze(db, 'running', { resources: { by: 'ids', ids }, set: { env: 'qa' } });
  const { release, waiting } = await holdResource(db, idOf(0));
  const inFlight = runChunk(db, operation);
  await vi.waitFor(async () => expect(await waiting()).toBe(1), WAIT);
  await failOperation(db, operation.id, 'it stopped');
  const undone = undo(db, operation.id);
  await vi.waitFor(async () => expect(await waiting()).toBe(2), WAIT);
  await release();
  await inFlight;
  expect(await undone).toMatchObject({ state: 'done', matched: 3, changed: 3 });
});

test('a resource whose tag was changed since is left alone and named', async () => {
  const edited = await edit();
  await editOne(0, { set: { team: 'later' } });
  await editOne(1, { set: { other: 'y' } });
  const undone = await undo(db, edited.id);
  expect(undone).toMatchObject({ state: 'done', changed: 2, skipped: 1 });
  expect(await outcomes(undone?.id ?? '')).toEqual(['a skipped', 'b changed', 'c changed']);
  const rows = (await tags()).map(({ resource_id, key, value, origin }) => `${ids.indexOf(resource_id)} ${key}=${value} ${origin}`);
  expect(rows).toEqual(['0 env=prod person', '0 gone=back person', '0 team=later person', '1 env=prod source', '1 other=y person']);
});

test('what was not changed, and what was refused, is not undone', async () => {
  const edited = await editMany(db, { resources: { by: 'ids', ids }, set: { env: 'prod' } });
  const again = await editMany(db, { resources: { by: 'ids', ids }, set: { env: 'prod' } });
  const before = await content();
  expect(await undo(db, again.id)).toMatchObject({ state: 'done', matched: 0, changed: 0 });
  expect(await content()).toEqual(before);
  expect(await undo(db, edited.id)).toMatchObject({ matched: 3, changed: 2, unchanged: 1 });
});

test('an edit is undone once, and not while it runs', async () => {
  const running = await freeze(db, 'running', { resources: { by: 'ids', ids }, set: { env: 'qa' }, chunkRows: 1 });
  await runChunk(db, running);
  expect(await undo(db, running.id)).toBeUndefined();
  const edited = await edit();
  const undone = await undo(db, edited.id);
  const before = await content();
  expect(await undo(db, edited.id)).toEqual(undone);
  expect(await content()).toEqual(before);
});

test('what stopped at an error can be undone as far as it came, and then does not go on', async () => {
  const before = await content();
  const failed = await freeze(db, 'running', { resources: { by: 'ids', ids }, set: { env: 'qa' }, chunkRows: 1 });
  await runChunk(db, failed);
  await failOperation(db, failed.id, 'broken');
  expect(await known(db, failed.id)).toMatchObject({ state: 'failed', failure: 'broken', processed: 1 });
  expect(await undo(db, failed.id)).toMatchObject({ state: 'done', matched: 1, changed: 1 });
  expect(await content()).toEqual(before);
  await startOperation(db, failed.id);
  expect(await known(db, failed.id)).toMatchObject({ state: 'failed' });
});
