import { sql } from 'kysely';
import { beforeEach, expect, test, vi } from 'vitest';
import { MAX_TAGS_PER_RESOURCE } from '@/domain/tags';
import { insertResources } from '../testing/insert-resources';
import { testDb } from '../testing/test-db';
import { listResults } from './list-results';
import { runChunk } from './run-chunk';
import { runOperation } from './run-operation';
import { failOperation } from './start-operation';
import { editMany, freeze, known } from './testing/edit-many';
import { holdResource } from './testing/hold-resource';

const { db } = testDb();
const WAIT = { timeout: 60_000 };
/** In the order of their places. Chunks are written side by side: either may be first. */
const idOf = (place: number) => `0198c0de-0000-7000-8000-00000000000${place}`;
let ids: string[];

beforeEach(async () => {
  await sql`TRUNCATE resources, operations, audit, resource_history, resource_changes CASCADE`.execute(db);
  ids = await insertResources(db, [
    { id: idOf(0), name: 'a', tags: { env: 'dev', team: 'x' } },
    { id: idOf(1), name: 'b', tags: { env: 'prod' } },
    { id: idOf(2), name: 'c' },
  ]);
});

const tags = async () => {
  const rows = await db.selectFrom('resource_tags as t').innerJoin('resources as r', 'r.id', 't.resource_id').select(['r.name', 't.key', 't.value', 't.origin']).orderBy('r.name').orderBy('t.key').execute();
  return rows.map(({ name, key, value, origin }) => `${name} ${key}=${value} ${origin}`);
};
const removals = async () => (await db.selectFrom('resource_tag_removals').select(['resource_id', 'key']).execute()).map(({ resource_id, key }) => [ids.indexOf(resource_id), key]);
const revisions = async () => (await db.selectFrom('resources').select('revision').orderBy('name').execute()).map(({ revision }) => revision);
const history = async () => (await db.selectFrom('resource_history').select(['resource_id', 'action', 'actor_name', 'field', 'old_value', 'new_value']).orderBy('resource_id').orderBy('id').execute()).map((row) => [ids.indexOf(row.resource_id), row.action, row.actor_name, row.field, row.old_value, row.new_value]);
const outcomes = async (operationId: string) => (await listResults(db, { operationId, limit: 500 })).map(({ name, outcome }) => `${name} ${outcome}`);
const feed = async () => (await db.selectFrom('resource_changes').select(['what', 'ids']).orderBy('seq').execute()).map(({ what, ids: fed }) => [what, fed.map((id) => ids.indexOf(id)).sort()]);
const everything = async () => ({ tags: await tags(), removals: await removals(), revisions: await revisions(), history: await history(), audits: await db.selectFrom('audit').selectAll().execute() });

test('what differs is written as a person does it, chunk by chunk, each with its audit, history and one row of the feed', async () => {
  await sql`TRUNCATE resource_changes`.execute(db);
  const operation = await editMany(db, { resources: { by: 'ids', ids: ids.toReversed() }, set: { env: 'PROD' }, remove: ['team'], reason: 'tidy', chunkRows: 2 });
  expect(operation).toMatchObject({ state: 'done', matched: 3, processed: 3, changed: 3, unchanged: 0, refused: 0, skipped: 0, failure: null });
  expect(await tags()).toEqual(['a env=PROD person', 'b env=PROD person', 'c env=PROD person']);
  expect(await removals()).toEqual([[0, 'team']]);
  expect(await revisions()).toEqual([1, 1, 1]);
  const by = ['tagEdits.run', 'local'];
  expect(await history()).toEqual([
    [0, ...by, 'tag:env', 'dev', 'PROD'],
    [0, ...by, 'tag:team', 'x', null],
    [1, ...by, 'tag:env', 'prod', 'PROD'],
    [2, ...by, 'tag:env', null, 'PROD'],
  ]);
  const audits = await db.selectFrom('audit').selectAll().execute();
  expect(audits.map(({ action, reason, operation_id }) => ({ action, reason, operation_id }))).toEqual(Array(2).fill({ action: 'tagEdits.run', reason: 'tidy', operation_id: operation.id }));
  expect(audits.map(({ inverse }) => inverse)).toContainEqual([{ resourceId: ids[2], field: 'tag:env', oldValue: 'PROD', newValue: null }]);
  const fed = await feed();
  expect(fed).toHaveLength(2);
  expect(fed).toEqual(expect.arrayContaining([['t', [0, 1]], ['t', [2]]]));
});

test('what is so already is not written; a value that a source said becomes the person\'s', async () => {
  const before = await everything();
  const operation = await editMany(db, { resources: { by: 'ids', ids: ids.slice(1) }, set: { env: 'prod' } });
  expect(await outcomes(operation.id)).toEqual(['b unchanged', 'c changed']);
  const again = await editMany(db, { resources: { by: 'ids', ids: ids.slice(1) }, set: { env: 'prod' }, remove: ['nobody'] });
  expect(again).toMatchObject({ state: 'done', changed: 0, unchanged: 2 });
  expect(await everything()).toMatchObject({ removals: [], revisions: [0, 0, 1], tags: ['a env=dev source', 'a team=x source', 'b env=prod person', 'c env=prod person'] });
  expect((await history()).length - before.history.length).toBe(1);
});

test('a resource that would have too many tags is refused whole and named; the others are edited', async () => {
  const full = Object.fromEntries(Array.from({ length: MAX_TAGS_PER_RESOURCE }, (_, i) => [`k${i}`, 'v']));
  const [fullId = ''] = await insertResources(db, [{ name: 'full', tags: full }]);
  const operation = await editMany(db, { resources: { by: 'query', selector: { type: 'everything' }, now: new Date() }, set: { k0: 'new', more: 'x' } });
  expect(operation).toMatchObject({ state: 'done', matched: 4, changed: 3, refused: 1 });
  expect(await listResults(db, { operationId: operation.id, limit: 5, outcome: 'refused' })).toEqual([{ chunk: 0, number: 4, resourceId: fullId, name: 'full', kind: 'host', outcome: 'refused' }]);
  expect((await tags()).filter((tag) => tag.startsWith('full'))).toEqual(Object.keys(full).sort().map((key) => `full ${key}=v source`));
  expect(await editMany(db, { resources: { by: 'ids', ids: [fullId] }, set: { more: 'x' }, remove: ['k1'] })).toMatchObject({ changed: 1 });
});

test('which resources is frozen: what comes to match later is not touched, what no longer matches is', async () => {
  const operation = await freeze(db, 'running', { resources: { by: 'ids', ids: ids.slice(0, 2) }, set: { env: 'qa' } });
  await insertResources(db, [{ name: 'later', tags: { env: 'dev' } }]);
  await sql`DELETE FROM resources WHERE id = ${ids[1]}`.execute(db);
  await runOperation(db, operation);
  expect(await outcomes(operation.id)).toEqual(['a changed', 'null gone']);
  expect(await tags()).toEqual(['a env=qa person', 'a team=x source', 'later env=dev source']);
});

test('who stops between two chunks loses nothing and repeats nothing when another goes on', async () => {
  const operation = await freeze(db, 'running', { resources: { by: 'ids', ids }, set: { env: 'qa' }, chunkRows: 1 });
  expect(await runChunk(db, operation)).toBe('more');
  expect(await known(db, operation.id)).toMatchObject({ state: 'running', processed: 1, changed: 1 });
  expect(await outcomes(operation.id)).toEqual(['a changed']);
  await runOperation(db, operation);
  expect(await known(db, operation.id)).toMatchObject({ state: 'done', processed: 3, changed: 3 });
  expect(await revisions()).toEqual([1, 1, 1]);
  expect(await runChunk(db, operation)).toBe('held');
});

test('a chunk that fails leaves nothing behind', async () => {
  const operation = await freeze(db, 'running', { resources: { by: 'ids', ids }, set: { env: 'qa' } });
  const before = await everything();
  await sql`ALTER TABLE audit ADD CONSTRAINT refuse_all CHECK (action = 'never') NOT VALID`.execute(db);
  await expect(runChunk(db, operation)).rejects.toThrow();
  await sql`ALTER TABLE audit DROP CONSTRAINT refuse_all`.execute(db);
  expect(await everything()).toEqual(before);
  expect(await known(db, operation.id)).toMatchObject({ state: 'running', processed: 0 });
});

test('two who run one operation at once do each chunk once', async () => {
  const many = await insertResources(db, Array.from({ length: 60 }, (_, i) => ({ name: `m${i}` })));
  const operation = await freeze(db, 'running', { resources: { by: 'ids', ids: many }, set: { env: 'qa' }, chunkRows: 5 });
  while ((await known(db, operation.id)).state === 'running') await Promise.all([runOperation(db, operation), runOperation(db, operation)]);
  expect(await known(db, operation.id)).toMatchObject({ state: 'done', processed: 60, changed: 60 });
  expect((await db.selectFrom('audit').select('id').execute()).length).toBe(12);
  expect((await db.selectFrom('resources').where('id', 'in', many).select('revision').execute()).every(({ revision }) => revision === 1)).toBe(true);
});

test('of an edit that failed all that was done is told, also what comes after the chunk that failed', async () => {
  const operation = await freeze(db, 'running', { resources: { by: 'ids', ids }, set: { env: 'qa' }, chunkRows: 1 });
  const { release } = await holdResource(db, idOf(0));
  const run = runOperation(db, operation);
  await vi.waitFor(async () => expect(await known(db, operation.id)).toMatchObject({ processed: 2 }), WAIT);
  await failOperation(db, operation.id, 'it stopped');
  const told = await outcomes(operation.id);
  await release();
  await run;
  expect(told).toEqual(['b changed', 'c changed']);
});

test('what is done ahead of a chunk in flight is told after it', async () => {
  const operation = await freeze(db, 'running', { resources: { by: 'ids', ids }, set: { env: 'qa' }, chunkRows: 1 });
  const { release } = await holdResource(db, idOf(0));
  const run = runOperation(db, operation);
  await vi.waitFor(async () => expect(await known(db, operation.id)).toMatchObject({ state: 'running', processed: 2, changed: 2 }), WAIT);
  const early = await outcomes(operation.id);
  await release();
  await run;
  expect(early).toEqual([]);
  expect(await outcomes(operation.id)).toEqual(['a changed', 'b changed', 'c changed']);
});

test('two edits over the same resources run at once and both end', async () => {
  const many = await insertResources(db, Array.from({ length: 60 }, (_, i) => ({ name: `m${i}` })));
  const edits = await Promise.all(['x', 'y'].map((value) => editMany(db, { resources: { by: 'ids', ids: value === 'x' ? many : many.toReversed() }, set: { [value]: value, both: value }, chunkRows: 20 })));
  expect(edits).toMatchObject([{ state: 'done', changed: 60 }, { state: 'done', changed: 60 }]);
  const counted = await sql<{ tags: string; n: number }>`SELECT key AS tags, count(*) AS n FROM resource_tags WHERE resource_id = ANY(${many}::uuid[]) GROUP BY key ORDER BY key`.execute(db);
  expect(counted.rows).toEqual([{ tags: 'both', n: 60 }, { tags: 'x', n: 60 }, { tags: 'y', n: 60 }]);
});
