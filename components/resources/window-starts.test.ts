import { expect, it } from 'vitest';
import { windowStarts } from './window-starts';

it('covers what is looked at and what is near, and nothing that is here', () => {
  expect(windowStarts({ start: 0, end: 30 }, 100, 10_000)).toEqual([]);
  expect(windowStarts({ start: 20, end: 50 }, 100, 10_000)).toEqual([100]);
  expect(windowStarts({ start: 5_030, end: 5_060 }, 100, 10_000)).toEqual([4_900, 5_000, 5_100]);
  expect(windowStarts({ start: 999_970, end: 1_000_000 }, 100, 1_000_000)).toEqual([999_900]);
  expect(windowStarts({ start: 0, end: 30 }, 40, 40)).toEqual([]);
});
