import { describe, expect, test } from 'vitest';
import { type FacetMode, facetState, toggleFacetValue, withFacetValue, withinFacetValue, withoutFacet } from './facet-terms';
import { parseSelector } from './parse-selector';
import { printSelector } from './print-selector';
import { invert, partsOf, replacePart } from './selector-parts';

describe('own terms', () => {
  test.each([
    ['kind:host web', 'kind', 'web'],
    ['-kind:host kind!=app web', 'kind', 'web'],
    ['(kind:host OR -kind:app) web', 'kind', 'web'],
    ['(kind:host OR web) x', 'kind', '(kind:host OR web) x'],
    ['parent(kind:host) kind:app', 'kind', 'parent(kind:host)'],
    ['env:prod has:env', 'environment', ''],
    ['env:prod', 'env', ''],
    ['no:owner owner:x has:(owner, environment)', 'owner', 'has:(owner, environment)'],
    ['tag:env=prod tag:ENV tag:e*=prod label:env=prod', 'tag:env', 'tag:e*=prod label:env=prod'],
    ['tag:env tag:team=x -tag:old has:tag tag:*', 'tag', 'tag:team=x tag:*'],
    ['label:region=(eu, us) tag:region=eu', 'label:region', 'tag:region=eu'],
    ['view:hosts kind:app', 'kind', 'view:hosts'],
    ['', 'kind', ''],
  ])('%s without %s', (query, facet, expected) => {
    expect(printSelector(withoutFacet(parseSelector(query), facet))).toBe(expected);
  });

  test.each([
    ['kind:app web', 'kind', 'host', 'web kind:host'],
    ['web', 'status', 'Offline', 'web status:offline'],
    ['', 'tag:env', 'prod', 'tag:env=prod'],
    ['', 'tag:env', '', 'tag:env=""'],
    ['', 'tag:env', null, '-tag:env'],
    ['', 'owner', null, 'no:owner'],
    ['tag:a', 'tag', 'b', 'tag:b'],
    ['', 'tag', null, 'no:tag'],
  ])('%s with %s = %s', (query, facet, value, expected) => {
    expect(printSelector(withFacetValue(parseSelector(query), facet, value))).toBe(expected);
  });

  test.each([
    ['', 'kind', 'host', 'kind:host'],
    ['kind:(host, app) web', 'kind', 'host', 'kind:(host, app) web kind:host'],
    ['tag:env OR web', 'tag:env', '', '(tag:env OR web) tag:env=""'],
    ['', 'tag:env', null, '-tag:env'],
    ['', 'owner', 'a*', 'owner:"a*"'],
  ])('within %s: %s = %s', (query, facet, value, expected) => {
    expect(printSelector(withinFacetValue(parseSelector(query), facet, value))).toBe(expected);
  });

  test('a name that is no facet is a mistake of ours', () => {
    expect(() => withoutFacet(parseSelector(''), 'last_seen')).toThrow();
  });
});

describe('what is picked', () => {
  test.each([
    ['kind:(host, app) web', 'kind', ['host', 'app'], [], false],
    ['-kind:host kind!=(app, otel)', 'kind', [], ['host', 'app', 'otel'], false],
    ['(owner:A OR no:owner)', 'owner', ['a', null], [], false],
    ['has:owner', 'owner', [], [null], false],
    ['owner:a*', 'owner', [], [], true],
    ['tag:env=PROD -tag:env=""', 'tag:env', ['prod'], [''], false],
    ['tag:env', 'tag:env', [], [null], false],
    ['-tag:env', 'tag:env', [null], [], false],
    ['-(tag:a OR tag:b) tag:c', 'tag', ['c'], ['a', 'b'], false],
    ['tag:cores>=8', 'tag:cores', [], [], true],
  ])('%s: %s', (query, facet, included, excluded, custom) => {
    expect(facetState(parseSelector(query), facet)).toEqual({ included, excluded, custom });
  });
});

describe('picking', () => {
  test.each<[string, string, string | null, FacetMode, string]>([
    ['', 'kind', 'host', 'include', 'kind:host'],
    ['kind:host web', 'kind', 'app', 'include', 'kind:(host, app) web'],
    ['kind:(host, app) web', 'kind', 'host', 'include', 'kind:app web'],
    ['kind:host web', 'kind', 'host', 'include', 'web'],
    ['kind:host', 'kind', 'host', 'exclude', '-kind:host'],
    ['-kind:host', 'kind', 'app', 'exclude', '-kind:(host, app)'],
    ['-kind:host', 'kind', 'app', 'include', 'kind:app -kind:host'],
    ['a kind:host b -kind:app c', 'kind', 'otel', 'include', 'a kind:(host, otel) -kind:app b c'],
    ['tag:env=PROD', 'tag:env', 'prod', 'include', ''],
    ['tag:env=PROD', 'tag:env', 'qa', 'include', 'tag:env=(PROD, qa)'],
    ['tag:env=prod', 'tag:env', null, 'include', 'tag:env=prod OR -tag:env'],
    ['tag:env=prod OR -tag:env', 'tag:env', null, 'include', 'tag:env=prod'],
    ['', 'owner', null, 'exclude', '-no:owner'],
    ['has:owner', 'owner', null, 'exclude', ''],
    ['owner:a*', 'owner', 'b', 'include', 'owner:a* owner:b'],
    ['a OR b', 'kind', 'host', 'include', '(a OR b) kind:host'],
    ['', 'tag', 'env', 'include', 'tag:env'],
    ['tag:env x', 'tag', 'team', 'include', '(tag:env OR tag:team) x'],
  ])('%s, %s %s, %s', (query, facet, value, mode, expected) => {
    const toggled = toggleFacetValue(parseSelector(query), facet, value, mode);
    expect(printSelector(toggled)).toBe(expected);
    expect(printSelector(parseSelector(expected))).toBe(expected);
  });
});

test('chips are removed, inverted and replaced one by one', () => {
  const query = parseSelector('a -b (c OR d)');
  const [a, b, group] = partsOf(query);
  expect(printSelector(replacePart(query, 1))).toBe('a (c OR d)');
  expect(printSelector(replacePart(query, 0, invert(a!)))).toBe('-a -b (c OR d)');
  expect(printSelector(replacePart(query, 1, invert(b!)))).toBe('a b (c OR d)');
  expect(printSelector(replacePart(query, 2, invert(group!)))).toBe('a -b -(c OR d)');
  expect(printSelector(replacePart(parseSelector('a'), 0))).toBe('');
});
