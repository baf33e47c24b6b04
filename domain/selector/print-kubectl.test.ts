import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSelector } from './parse-selector';
import { printKubectl } from './print-kubectl';
import { printSelector } from './print-selector';
import { rewriteKubectl } from './rewrite-kubectl';

const printed = (query: string) => printKubectl(parseSelector(query));

test.each([
  ['tag:env=prod', 'env=prod'],
  ['tag:env!=prod', 'env!=prod'],
  ['-tag:env=prod', 'env!=prod'],
  ['-tag:env!=prod', 'env=prod'],
  ['tag:env=(prod, qa)', 'env in (prod, qa)'],
  ['-tag:env=(prod, qa) tag:canary', 'env notin (prod, qa),canary'],
  ['-tag:canary tag:app.kubernetes.io/name=web', '!canary,app.kubernetes.io/name=web'],
  ['tag:replicas=3', 'replicas=3'],
  ['tag:drain=""', 'drain='],
])('%s is %s', (query, kubectl) => expect(printed(query)).toBe(kubectl));

test.each(['', 'web', 'kind:host', 'label:env=prod', 'tag:env=prod OR tag:env=qa', 'tag:env=pro*', 'tag:"a b"=x', 'tag:env="a b"', 'tag:replicas>3', 'tag:env=prod kind:host', 'parent(tag:env=prod)'])(
  '%s has no words there',
  (query) => expect(printed(query)).toBeUndefined(),
);

test('what is printed and pasted again asks for the same', () => {
  const word = fc.stringMatching(/^[a-z0-9]([a-z0-9._-]{0,6}[a-z0-9])?$/);
  const term = fc.oneof(
    fc.tuple(word, fc.constantFrom('=', '!='), fc.uniqueArray(word, { minLength: 1, maxLength: 3 })).map(([key, op, values]) => `tag:${key}${op}(${values.map((value) => `"${value}"`).join(', ')})`),
    word.map((key) => `tag:${key}`),
  );
  const query = fc.array(fc.tuple(fc.boolean(), term).map(([negated, each]) => `${negated ? '-' : ''}${each}`), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(query, (terms) => {
      const kubectl = printed(terms.join(' ')) ?? '';
      const again = rewriteKubectl(kubectl)?.error.suggestion;
      // Bare keys side by side are free text to whoever pastes them.
      fc.pre(again !== undefined);
      expect(printKubectl(parseSelector(again ?? ''))).toBe(kubectl);
    }),
    { seed: 7, numRuns: 500 },
  );
  expect(printSelector(parseSelector(rewriteKubectl('env notin (prod, qa),!canary')?.error.suggestion ?? ''))).toBe('tag:env!=(prod, qa) -tag:canary');
});
