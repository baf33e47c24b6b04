import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseSelector } from '@/domain/selector/parse-selector';
import { printSelector } from '@/domain/selector/print-selector';
import { randomSelector } from '@/domain/selector/testing/random-selector';
import type { Selector } from '@/domain/selector/tree';
import { matches } from './matches';
import { countEach } from './resources/count-each';
import { ReferenceEvaluator } from './selector/testing/reference-evaluator';
import { FLEET_VOCABULARY, NOW, randomFleet, storeFleet } from './selector/testing/reference-fleet';
import { testDb } from './testing/test-db';

const SLOW_MS = 300_000;
const AT_ONCE = 50;

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

  test('law 1: a query and its complement add up to everything, 10,000 times', async () => {
    const everything = (await pick({ type: 'everything' })).length;
    const inService = randomSelector({ vocabulary: FLEET_VOCABULARY, flags: ['new', 'stale', 'orphan', 'untagged'] });
    const selectors = fc.sample(inService, { seed: 1, numRuns: 10_000 });
    // Many in one statement: the way there and back would take longer than the counting.
    for (let start = 0; start < selectors.length; start += AT_ONCE) {
      const batch = selectors.slice(start, start + AT_ONCE);
      const counts = await countEach(db, { selectors: batch.flatMap((selector) => [selector, not(selector)]), now: NOW });
      const broken = batch.filter((_, place) => (counts[place * 2] ?? 0) + (counts[place * 2 + 1] ?? 0) !== everything);
      expect(broken.map(printSelector)).toEqual([]);
    }
  }, SLOW_MS);
});
