import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lockedTable, waitingReaders } from '@/db/fleet/testing/feed-writers';
import { insertResources } from '@/db/testing/insert-resources';
import { testDb } from '@/db/testing/test-db';
import { parseSelector } from '@/domain/selector/parse-selector';
import { searchAhead } from './search-ahead';
import { type FleetTwin, openTwin } from './testing/fleet-twin';

vi.setConfig({ testTimeout: 200_000, hookTimeout: 200_000 });
const WAIT = { timeout: 120_000 };

const { db, url } = testDb();
let twin: FleetTwin;

beforeAll(async () => {
  await insertResources(db, [{ name: 'cart-1' }, { name: 'billing-1' }]);
  twin = await openTwin(db, url);
});

afterAll(() => twin.close());

const isKnown = (word: string) => twin.follower.index.text('name').filters.has(`anywhere~${word}`);

test('a word is looked for before the catch-up, and what that brings is in the answer', async () => {
  const lock = await lockedTable(db, 'resource_tags');
  await insertResources(db, [{ name: 'cart-2' }]);
  const counted = twin.answers.count({ selector: parseSelector('cart'), now: new Date() });
  await expect.poll(() => waitingReaders(db), WAIT).toBe(1);
  expect(isKnown('cart')).toBe(true);
  await lock.rollback().execute();
  expect(await counted).toBe(2);
});

test('others have a turn of the event loop before each word', async () => {
  const known: boolean[] = [];
  const ahead = searchAhead(twin.follower.index, [parseSelector('bill OR child(ling)')]);
  setImmediate(() => known.push(isKnown('bill')));
  expect(isKnown('bill')).toBe(false);
  await ahead;
  expect(known).toHaveLength(1);
  expect([isKnown('bill'), isKnown('ling')]).toEqual([true, true]);
});
