import { beforeAll, expect, test } from 'vitest';
import { SELECTOR_EXAMPLES } from '@/domain/selector/examples';
import { expandViews } from '@/domain/selector/expand-views';
import { parseSelector } from '@/domain/selector/parse-selector';
import { describeTerm, TERM_NAMES } from '@/domain/selector/terms';
import { countEach } from '../resources/count-each';
import { testDb } from '../testing/test-db';
import { ReferenceEvaluator } from './testing/reference-evaluator';
import { NOW, randomFleet, storeFleet } from './testing/reference-fleet';

const { db } = testDb();
const fleet = randomFleet(40, 3);

beforeAll(() => storeFleet(db, fleet));

test('every example of the help page runs, and picks what the semantics say', async () => {
  const queries = [...SELECTOR_EXAMPLES.flatMap((section) => section.queries), ...TERM_NAMES.map((name) => describeTerm(name).example)];
  const views = new Map([['production-web', 'kind:host -tag:deprecated'], ['edge-devices', 'kind:device OR group:prod']]);
  const selectors = queries.map((query) => expandViews(parseSelector(query), views));
  const reference = new ReferenceEvaluator(fleet);
  const counts = await countEach(db, { selectors, now: NOW });
  expect(queries.map((query, place) => `${query}: ${counts[place]}`)).toEqual(queries.map((query, place) => `${query}: ${reference.pick(selectors[place]!).length}`));
});
