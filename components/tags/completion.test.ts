import { expect, it } from 'vitest';
import { completions, otherSpelling } from './completion';

const USED = [
  { value: 'data-platform', count: 96 },
  { value: 'edge', count: 12_654, variants: ['edge', 'Edge'] },
  { value: 'edge-cache', count: 20_000 },
  { value: 'platform', count: 4_102 },
  { value: '', count: 3 },
];

it('puts what begins with the text before what contains it, the most frequent first', () => {
  expect(completions(USED, 'plat').map(({ value }) => value)).toEqual(['platform', 'data-platform']);
  expect(completions(USED, 'PLAT').map(({ value }) => value)).toEqual(['platform', 'data-platform']);
});

it('points out other spellings of one value', () => {
  expect(completions(USED, 'edge')).toEqual([
    { value: 'edge-cache', count: 20_000, note: null },
    { value: 'edge', count: 12_654, note: null },
    { value: 'Edge', count: null, note: 'same as edge, other spelling' },
  ]);
  expect(otherSpelling(USED, 'EDGE')?.value).toBe('edge');
  expect(otherSpelling(USED, 'edge')).toBeUndefined();
  expect(otherSpelling(USED, 'new')).toBeUndefined();
});

it('offers the value that a slip of the finger was meant for', () => {
  expect(completions(USED, 'platfrom')).toEqual([{ value: 'platform', count: 4_102, note: 'close to platfrom' }]);
  expect(completions(USED, 'quite-another')).toEqual([]);
});

it('points out a shorter form that is in use', () => {
  const used = [{ value: 'prod', count: 8_247 }, { value: 'production', count: 3 }, { value: 'pr', count: 90 }];
  expect(completions(used, 'production')).toEqual([
    { value: 'production', count: 3, note: null },
    { value: 'prod', count: 8_247, note: 'a shorter form in use' },
  ]);
  expect(completions(used, 'Products')).toEqual([{ value: 'prod', count: 8_247, note: 'a shorter form in use' }]);
});
