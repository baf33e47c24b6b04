import { expect, test } from 'vitest';
import { placesInSight, placesOf, widened } from './rank-window';

test('a row that is seen in part is in sight', () => {
  const screen = { height: 320, rowHeight: 32 };
  expect(placesInSight({ ...screen, scrollTop: 0 })).toEqual({ first: 0, end: 10 });
  expect(placesInSight({ ...screen, scrollTop: 64 })).toEqual({ first: 2, end: 12 });
  expect(placesInSight({ ...screen, scrollTop: 65 })).toEqual({ first: 2, end: 13 });
  // Safari's scrolling goes beyond both ends.
  expect(placesInSight({ ...screen, scrollTop: -40 })).toEqual({ first: 0, end: 10 });
});

test('no place beyond the ends of the list', () => {
  expect(widened({ first: 2, end: 12 }, 5, 100)).toEqual({ first: 0, end: 17 });
  expect(widened({ first: 90, end: 100 }, 5, 98)).toEqual({ first: 85, end: 98 });
  expect(widened({ first: 90, end: 100 }, 5, 3)).toEqual({ first: 3, end: 3 });
  expect(widened({ first: 0, end: 10 }, 5, 0)).toEqual({ first: 0, end: 0 });
});

test('one place is kept wherever it is', () => {
  expect(placesOf({ first: 4, end: 7 }, undefined)).toEqual([4, 5, 6]);
  expect(placesOf({ first: 4, end: 7 }, 5)).toEqual([4, 5, 6]);
  expect(placesOf({ first: 4, end: 7 }, 0)).toEqual([0, 4, 5, 6]);
  expect(placesOf({ first: 4, end: 7 }, 9)).toEqual([4, 5, 6, 9]);
});
