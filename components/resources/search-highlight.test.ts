import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlight, type Run } from './search-highlight';

const textOf = (runs: readonly Run[]): string => runs.map((run) => (run.type === 'block' ? textOf(run.runs) : run.text)).join('');

it('never changes what is typed', () => {
  const word = fc.constantFrom('kind:host', '-tag:env', 'tag:env=prod', 'web', '"a b"', '(a OR b)', 'NOT c', 'kind:', ')', '  ', '-', 'é😀');
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.array(word).map((words) => words.join(' '))), (text) => {
      expect(textOf(highlight(text))).toBe(text);
    }),
    { seed: 11 },
  );
});

it('makes each part of a query a block: what it includes, what it excludes, free text', () => {
  expect(highlight('kind:(host, app) -tag:env web')).toEqual([
    { type: 'block', as: 'in', runs: [{ type: 'key', text: 'kind' }, { type: 'plain', text: ':(host, app)' }] },
    { type: 'plain', text: ' ' },
    { type: 'block', as: 'not', runs: [{ type: 'sign', text: '-' }, { type: 'key', text: 'tag:env' }] },
    { type: 'plain', text: ' ' },
    { type: 'block', as: 'text', runs: [{ type: 'plain', text: 'web' }] },
  ]);
});

it('marks the characters that are wrong', () => {
  expect(highlight('web team=core')).toEqual([
    { type: 'plain', text: 'web ' },
    { type: 'bad', text: 'team=core' },
  ]);
});
