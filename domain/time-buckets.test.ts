import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_BUCKETS, timeBuckets } from './time-buckets';

const at = (time: string) => Date.parse(time);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

test.each([
  ['2026-11-25T14:00:00Z', '2026-11-25T14:59:59.999Z', '2026-11-25T14:00:00.000Z', MINUTE_MS, 60],
  ['2026-11-25T14:03:20Z', '2026-11-25T15:20:00Z', '2026-11-25T14:02:00.000Z', 2 * MINUTE_MS, 40],
  ['2026-10-01T09:00:00Z', '2026-11-25T14:00:00Z', '2026-10-01T00:00:00.000Z', DAY_MS, 56],
  ['2026-01-01T00:00:00Z', '2026-11-25T00:00:00Z', '2025-12-29T00:00:00.000Z', 7 * DAY_MS, 48],
  ['2026-11-25T14:00:00Z', '2026-11-25T14:00:00Z', '2026-11-25T14:00:00.000Z', 1, 1],
])('from %s to %s', (first, last, start, widthMs, count) => {
  const buckets = timeBuckets(at(first), at(last));
  expect({ ...buckets, startMs: new Date(buckets.startMs).toISOString() }).toEqual({ startMs: start, widthMs, count });
});

test('both times are in the first and the last of at most so many buckets', () => {
  const times = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
  fc.assert(
    fc.property(times, times, (a, b) => {
      const [first, last] = a < b ? [a, b] : [b, a];
      const { startMs, widthMs, count } = timeBuckets(first, last);
      expect(count).toBeLessThanOrEqual(MAX_BUCKETS);
      expect(Math.floor((first - startMs) / widthMs)).toBe(0);
      expect(Math.floor((last - startMs) / widthMs)).toBe(count - 1);
    }),
    { seed: 11 },
  );
});
