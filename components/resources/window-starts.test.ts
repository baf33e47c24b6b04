import { expect, it } from 'vitest';
import { inSteps, nextRange, wholeWindows, windowStarts } from './window-starts';

it('covers what is looked at and what is near, and nothing that is here', () => {
  expect(windowStarts({ start: 0, end: 30 }, 100, 10_000)).toEqual([]);
  expect(windowStarts({ start: 20, end: 50 }, 100, 10_000)).toEqual([100]);
  expect(windowStarts({ start: 5_030, end: 5_060 }, 100, 10_000)).toEqual([4_900, 5_000, 5_100]);
  expect(windowStarts({ start: 999_970, end: 1_000_000 }, 100, 1_000_000)).toEqual([999_900]);
  expect(windowStarts({ start: 0, end: 30 }, 40, 40)).toEqual([]);
  expect(windowStarts({ start: 5_030, end: 5_060 }, 100, 10_000, 0)).toEqual([5_000]);
});

it('asks for nothing more where a usual screen shows the first rows of a list, and ahead of those that are scrolled to', () => {
  expect(windowStarts(inSteps({ start: 0, end: 27 }), 100, 10_000)).toEqual([]);
  expect(windowStarts(inSteps({ start: 14, end: 41 }), 100, 10_000)).toEqual([100]);
  expect(inSteps({ start: 81, end: 108 })).toEqual({ start: 80, end: 120 });
  expect([{ start: 0, end: 0 }, { start: 60, end: 100 }, { start: 80, end: 120 }].map(wholeWindows)).toEqual([{ start: 0, end: 100 }, { start: 0, end: 100 }, { start: 0, end: 200 }]);
});

it('tells a jump from scrolling', () => {
  const top = { start: 0, end: 40, isJump: false };
  expect(nextRange(top, { start: 3, end: 30 })).toBe(top);
  expect(nextRange(top, { start: 19, end: 46 })).toEqual({ start: 0, end: 60, isJump: false });
  const far = nextRange(top, { start: 7_014, end: 7_041 });
  expect(far).toEqual({ start: 7_000, end: 7_060, isJump: true });
  expect(nextRange(far, { start: 7_034, end: 7_061 })).toEqual({ start: 7_020, end: 7_080, isJump: false });
});
