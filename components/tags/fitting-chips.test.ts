import { expect, it } from 'vitest';
import { fittingChips } from './fitting-chips';

const TAGS = [['env', 'prod'], ['team', 'payments'], ['pci', '']] as const;

it('takes whole chips only, and leaves room for the number of the others', () => {
  expect([60, 80, 100, 185, 205, 400].map((width) => fittingChips(TAGS, width))).toEqual([0, 0, 1, 1, 2, 3]);
});

it('never needs more room for less', () => {
  const fitting = Array.from({ length: 400 }, (_, width) => fittingChips(TAGS, width));
  expect(fitting.every((count, width) => count >= (fitting[width - 1] ?? 0))).toBe(true);
});
