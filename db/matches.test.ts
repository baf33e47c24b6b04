import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseSelector } from '@/domain/selector/parse-selector';
import { printSelector } from '@/domain/selector/print-selector';
import { randomSelector } from '@/domain/selector/testing/random-selector';
import type { Selector } from '@/domain/selector/tree';
import { matches } from './matches';
import { ReferenceEvaluator } from './selector/testing/reference-evaluator';
import { FLEET_VOCABULARY, NOW, randomFleet, storeFleet } from './selector/testing/reference-fleet';
import { testDb } from './testing/test-db';

const SLOW_MS = 300_000;

const { db } = testDb();
const fleet = randomFleet(40, 11);
const reference = new ReferenceEvaluator(fleet);

beforeAll(() => storeFleet(db, fleet));

async function pick(selector: Selector): Promise<string[]> {
  const rows = await db.selectFrom('resources as r').where(matches(selector, { now: NOW })).select('r.id').orderBy('r.id').execute();
  return rows.map(({ id }) => id);
}

const not = (selector: Selector): Selector => (selector.type === 'everything' ? parseSelector('-name:*') : { type: 'not', part: selector });

describe('random queries over data with nulls, missing keys, key-only tags, mixed case and Unicode', () => {
  const queries = randomSelector({ vocabulary: FLEET_VOCABULARY });

  test('SQL picks what the semantics say', async () => {
    await fc.assert(
      fc.asyncProperty(queries, async (selector) => {
        expect(await pick(selector), printSelector(selector)).toEqual(reference.pick(selector));
      }),
      { seed: 7, numRuns: 600 },
    );
  }, SLOW_MS);

  test('law 1: a query and its complement add up to everything', async () => {
    const everything = (await pick({ type: 'everything' })).length;
    const inService = randomSelector({ vocabulary: FLEET_VOCABULARY, flags: ['new', 'stale', 'orphan', 'untagged'] });
    await fc.assert(
      fc.asyncProperty(inService, async (selector) => {
        expect((await pick(selector)).length + (await pick(not(selector))).length, printSelector(selector)).toBe(everything);
      }),
      { seed: 1, numRuns: 300 },
    );
  }, SLOW_MS);
});
