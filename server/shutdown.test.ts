import { afterEach, expect, test } from 'vitest';
import { testDb } from '@/db/testing/test-db';
import { connect } from '@/db/client';
import { database } from './database';
import { onShutdown, shutDown, shutdownSignal } from './shutdown';

const { url } = testDb();

afterEach(() => {
  globalThis.gosightShutdown = undefined;
  globalThis.gosightDatabase = undefined;
});

test('streams are ended first, then what is left is finished, then the database is left', async () => {
  globalThis.gosightDatabase = connect(url, { maxConnections: 1 });
  const order: string[] = [];
  shutdownSignal().addEventListener('abort', () => order.push('aborted'));
  onShutdown('flush', async () => {
    await database().selectFrom('resources').select('id').execute();
    order.push('flushed');
  });
  await shutDown();
  expect(order).toEqual(['aborted', 'flushed']);
  expect(globalThis.gosightDatabase).toBeUndefined();
});

test('what fails to end keeps nothing else from ending, and it all happens once', async () => {
  let flushes = 0;
  onShutdown('broken', () => Promise.reject(new Error('no')));
  onShutdown('flush', async () => {
    flushes++;
  });
  await Promise.all([shutDown(), shutDown()]);
  expect(flushes).toBe(1);
});
