import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReferenceEvaluator } from '@/db/selector/testing/reference-evaluator';
import { FLEET_VOCABULARY, randomFleet } from '@/db/selector/testing/reference-fleet';
import { explainSelector } from './explain-selector';
import { parseSelector } from './parse-selector';
import { randomSelector } from './testing/random-selector';

test.each([
  ['', 'Every resource in service'],
  ['kind:host', 'Resources where its kind is host'],
  ['-kind:host', 'Resources where its kind is not host'],
  ['kind:(host, app) web', 'Resources where its kind is any of (host, app) and it contains “web”'],
  ['-"web 1"', 'Resources where it does not contain “web 1”'],
  ['tag:env=prod -tag:deprecated', 'Resources where it has the tag env with the value prod and it has no tag deprecated'],
  ['tag:env!=(prod, qa)', 'Resources where it does not have the tag env with any of (prod, qa)'],
  ['tag:cores>=8 tag:*', 'Resources where it has the tag cores at least 8 and it has any tag'],
  ['tag:note=""', 'Resources where it has the tag note with the value the empty text'],
  ['last_seen>15m', 'Resources where it was last seen more than 15m ago'],
  ['-last_seen<1h', 'Resources where it was not last seen less than 1h ago'],
  ['created:2026-01-01..2026-02-01', 'Resources where it was created from 2026-01-01 to 2026-02-01, both included'],
  ['version<1.20 os:ubuntu*', 'Resources where its version is below 1.20 and its OS is like ubuntu*'],
  ['ip:10.0.0.0/8', 'Resources where its IP address is in the network 10.0.0.0/8'],
  ['is:stale no:owner', 'Resources where it is stale (silent for longer than its kind may be idle) and it has no owner'],
  ['view:mine -view:(a, b)', 'Resources where it is in the view mine and it is not in any of the views a, b'],
  ['children>=3', 'Resources where the number of its children is at least 3'],
  ['a b OR c', 'Resources where (it contains “a” and it contains “b”) or it contains “c”'],
  ['-(a OR kind:host)', 'Resources where not (it contains “a” or its kind is host)'],
  ['parent()', 'Resources where it has a parent'],
  ['-ancestor(kind:host)', 'Resources where it has no ancestor where (the ancestor’s kind is host)'],
  ['parent(kind:host child(status:offline) web)', 'Resources where it has a parent where (the parent’s kind is host and the parent has a child where (the parent’s child’s status is offline) and the parent contains “web”)'],
])('%s is: %s', (query, explained) => {
  expect(explainSelector(parseSelector(query))).toBe(explained);
});

/** What two queries say may be the same only when they mean the same, or it does not say which one is meant. */
test('queries that differ are explained differently', () => {
  const said = new Map<string, string[]>();
  const reference = new ReferenceEvaluator(randomFleet(60, 5));
  fc.assert(
    fc.property(randomSelector({ vocabulary: FLEET_VOCABULARY }), (selector) => {
      const explained = explainSelector(selector);
      const picked = reference.pick(selector);
      expect(picked, explained).toEqual(said.get(explained) ?? picked);
      said.set(explained, picked);
    }),
    { seed: 31, numRuns: 2000 },
  );
});
