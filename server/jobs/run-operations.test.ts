import { afterEach, expect, test, vi } from 'vitest';
import { createOperation } from '@/db/operations/create-operation';
import { findOperation } from '@/db/operations/find-operation';
import { runChunk } from '@/db/operations/run-chunk';
import { insertResources } from '@/db/testing/insert-resources';
import { LOCAL_PERSON } from '@/domain/actor';
import { runInBackground, stopOperations } from '../run-in-background';
import { serveTestDb } from '../testing/serve-test-db';
import { testCaller } from '../testing/test-caller';
import { startRunOperations } from './run-operations';

const { db } = serveTestDb();
vi.setConfig({ testTimeout: 120_000 });
const WAIT = { timeout: 60_000 };

afterEach(() => {
  globalThis.gosightOperations = undefined;
});

async function interrupted(rows: number) {
  const ids = await insertResources(db, Array.from({ length: rows }, (_, i) => ({ name: `r${i}` })));
  const patch = { set: { env: 'qa' }, remove: [] };
  const id = await createOperation(db, { state: 'running', actor: LOCAL_PERSON, action: 'tagEdits.run', patch, resources: { by: 'ids', ids }, chunkRows: 1 });
  const operation = (await findOperation(db, id))!;
  await runChunk(db, operation);
  return operation;
}

test('an edit that a process left behind is taken up at start and run to its end', async () => {
  const { id } = await interrupted(4);
  const job = startRunOperations();
  await vi.waitFor(async () => expect(await findOperation(db, id)).toMatchObject({ state: 'done', processed: 4, changed: 4 }), WAIT);
  await job.stop();
});

test('on the way out the chunks in flight are finished and nothing more is begun', async () => {
  const operation = await interrupted(5);
  const running = runInBackground(db, operation);
  await stopOperations();
  await running;
  const left = await findOperation(db, operation.id);
  expect(left).toMatchObject({ state: 'running', processed: 3, changed: 3 });
  await runInBackground(db, operation);
  expect(await findOperation(db, operation.id)).toEqual(left);
});

test('an error that would come again ends the edit with a sentence; run again it goes on', async () => {
  const operation = await interrupted(3);
  await db.schema.alterTable('audit').renameTo('audit_away').execute();
  await runInBackground(db, operation);
  await db.schema.alterTable('audit_away').renameTo('audit').execute();
  expect(await findOperation(db, operation.id)).toMatchObject({ state: 'failed', processed: 1, failure: expect.stringContaining('Run it again') });
  await testCaller(db).tagEdits.run({ preview: operation.id });
  await vi.waitFor(async () => expect(await findOperation(db, operation.id)).toMatchObject({ state: 'done', processed: 3, changed: 3, failure: null }), WAIT);
});
