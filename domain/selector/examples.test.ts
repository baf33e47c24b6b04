import { expect, test } from 'vitest';
import { explainSelector } from './explain-selector';
import { SELECTOR_EXAMPLES } from './examples';
import { parseSelector } from './parse-selector';
import { printSelector } from './print-selector';
import { describeTerm, FLAGS, PRESENCES, TERM_NAMES } from './terms';

const QUERIES = [
  ...SELECTOR_EXAMPLES.flatMap(({ queries }) => queries),
  ...TERM_NAMES.map((name) => describeTerm(name).example),
  ...Object.keys(FLAGS).map((flag) => `is:${flag}`),
  ...PRESENCES.flatMap((name) => [`has:${name}`, `no:${name}`]),
];

test.each(QUERIES)('%s is understood and can be said in words', (query) => {
  const selector = parseSelector(query);
  expect(parseSelector(printSelector(selector)).type).toBe(selector.type);
  expect(explainSelector(selector)).toMatch(/^Resources where ./);
});

test('every term has an example of its own', () => {
  for (const name of TERM_NAMES) expect(describeTerm(name).example).toMatch(new RegExp(`^${name}[:<>=!]`));
});
