import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facetState, toggleFacetValue } from './facet-terms';
import { expandViews, hasViews, viewsNamedIn } from './expand-views';
import { LIMITS } from './limits';
import { parseSelector } from './parse-selector';
import { printSelector } from './print-selector';
import { saysRetired } from './retired';
import { SelectorError } from './selector-error';
import { termsOf } from './tree';
import { brokenView, viewsAsking } from './view-graph';

const VIEWS = new Map([
  ['hosts', 'kind:host OR kind:agent'],
  ['prod', 'tag:env=prod view:hosts'],
  ['all', ''],
  ['old', 'is:retired'],
  ['deep', 'parent(child(kind:app))'],
  ['ill', 'kind:spaceship'],
  ['lost', 'view:nowhere'],
  ['a', 'web view:b'],
  ['b', 'view:c'],
  ['c', 'kind:app view:a'],
]);
const expanded = (query: string) => expandViews(parseSelector(query), VIEWS);

test('what is written stays: a view is printed, and stands for one term beside its facets', () => {
  const selector = expanded('view:prod kind:app -view:(all, hosts)');
  expect(printSelector(selector)).toBe('view:prod kind:app -view:(all, hosts)');
  expect([...termsOf(selector)].map(printSelector)).toEqual(['view:prod', 'tag:env=prod', 'view:hosts', 'kind:host', 'kind:agent', 'kind:app', 'view:(all, hosts)', 'kind:host', 'kind:agent']);
  expect(facetState(selector, 'kind')).toEqual({ included: ['app'], excluded: [], custom: false });
  expect(printSelector(toggleFacetValue(selector, 'kind', 'app', 'include'))).toBe('view:prod -view:(all, hosts)');
  expect(saysRetired(expanded('view:old'))).toBe(true);
  expect(saysRetired(expanded('view:hosts'))).toBe(false);
});

test('what comes from a view stands where the query names it', () => {
  const places = [...termsOf(expanded('web -view:(hosts, prod)'))].map((term) => [printSelector(term), term.at?.position, term.at?.length]);
  expect(places).toEqual([['web', 0, 3], ['view:(hosts, prod)', 5, 18], ['kind:host', 11, 5], ['kind:agent', 11, 5], ['tag:env=prod', 18, 4], ['view:hosts', 18, 4], ['kind:host', 18, 4], ['kind:agent', 18, 4]]);
});

test.each([
  ['web view:hots', 9, 4, 'hosts', 'there is no view hots; did you mean hosts?'],
  ['view:"The hosts"', 5, 11, undefined, 'there is no view the hosts'],
  ['view:Hosts,nothing-like-it', 11, 15, undefined, 'there is no view nothing-like-it'],
  ['-view:lost', 6, 4, undefined, 'view lost: there is no view nowhere'],
  ['web (view:a)', 10, 1, undefined, 'view a: it asks for itself: a → b → c → a'],
  ['view:ill', 5, 3, undefined, 'view ill: its query is not understood: kind has no value "spaceship"; it is one of agent, host, container, app, device, syslog, otel'],
  ['ancestor(view:deep)', 14, 4, undefined, 'view deep: relations would be nested more than 2 deep'],
])('%s is refused where the view is named', (query, position, length, suggestion, message) => {
  expect(() => expanded(query)).toThrow(expect.objectContaining({ name: 'SelectorError', message, position, length, suggestion }));
});

test('views may grow a query up to its limits, and ask for one another only so deep', () => {
  const doubling = new Map(Array.from({ length: 9 }, (_, i) => [`v${i}`, i === 0 ? 'a b' : `view:v${i - 1} OR -view:v${i - 1}`]));
  expect(() => expandViews(parseSelector('view:v5'), doubling)).not.toThrow();
  expect(() => expandViews(parseSelector('x view:v7'), doubling)).toThrow(`view v7: with its views written out this query has more than ${LIMITS.terms} terms`);
  const chain = new Map(Array.from({ length: 12 }, (_, i) => [`v${i}`, i === 0 ? 'web' : `view:v${i - 1}`]));
  expect(() => expandViews(parseSelector(`view:v${LIMITS.depth - 1}`), chain)).not.toThrow();
  expect(() => expandViews(parseSelector(`view:v${LIMITS.depth}`), chain)).toThrow(`more than ${LIMITS.depth} deep`);
});

test('a view that would ask for itself is refused in its own query', () => {
  expect(() => expandViews(parseSelector('kind:host view:b'), VIEWS, 'a')).toThrow(expect.objectContaining({ position: 15, length: 1, message: 'view b: it asks for itself: a → b → c → a' }));
  expect(brokenView('a', VIEWS)?.message).toContain('it asks for itself');
  expect(brokenView('prod', VIEWS)).toBeUndefined();
  expect(viewsAsking('hosts', VIEWS)).toEqual(['prod']);
  expect(viewsNamedIn(parseSelector('view:a OR parent(-view:(b, a))'))).toEqual(new Set(['a', 'b']));
});

test('whatever views ask for one another, every query is written out whole or refused with a place', () => {
  const slugs = ['a', 'b', 'c', 'd'];
  const term = fc.oneof(fc.constantFrom(...slugs).map((slug) => `view:${slug}`), fc.constantFrom('kind:host', '-tag:x', 'web', 'view:e', 'view!=(a, b)', 'parent(view:c)', '('));
  const query = fc.array(term, { maxLength: 4 }).map((terms) => terms.join(' '));
  fc.assert(
    fc.property(fc.tuple(query, query, query, query), query.filter(isUnderstood), (queries, asked) => {
      const views = new Map(slugs.map((slug, i) => [slug, queries[i]!]));
      const selector = parseSelector(asked);
      try {
        const whole = expandViews(selector, views);
        expect(hasViews(whole)).toBe(false);
        expect(printSelector(whole)).toBe(printSelector(selector));
      } catch (error) {
        if (!(error instanceof SelectorError)) throw error;
        expect(asked.slice(error.position, error.position + error.length)).toMatch(/^[a-e]$/);
      }
    }),
    { seed: 5, numRuns: 500 },
  );
});

function isUnderstood(query: string): boolean {
  try {
    parseSelector(query);
    return true;
  } catch (error) {
    return !(error instanceof SelectorError);
  }
}
