import { expect, test } from 'vitest';
import { bucketSpan, bucketTime } from './bucket-words';

const at = (time: string) => Date.parse(time);
const DAY_MS = 86_400_000;

test.each([
  ['2026-11-25T14:30:00Z', '2026-11-25T14:40:00Z', 600_000, '25 Nov 2026, 14:30 to 14:40 UTC'],
  ['2026-11-25T23:00:00Z', '2026-11-26T00:00:00Z', 3_600_000, '25 Nov 2026, 23:00 to 26 Nov 2026, 00:00 UTC'],
  ['2026-11-25T14:30:05Z', '2026-11-25T14:30:10Z', 5_000, '25 Nov 2026, 14:30:05 to 14:30:10 UTC'],
  ['2026-11-25T14:30:05.200Z', '2026-11-25T14:30:05.400Z', 200, '25 Nov 2026, 14:30:05.200 to 14:30:05.400 UTC'],
  ['2026-11-25T00:00:00Z', '2026-11-26T00:00:00Z', DAY_MS, '25 Nov 2026 UTC'],
  ['2026-11-23T00:00:00Z', '2026-11-30T00:00:00Z', 7 * DAY_MS, '23 Nov 2026 to 29 Nov 2026 UTC'],
])('from %s to before %s in buckets of %d ms', (from, before, widthMs, words) => {
  expect(bucketSpan(at(from), at(before), widthMs)).toBe(words);
});

test('beside a time of the same day the clock is enough', () => {
  expect(bucketTime(at('2026-11-25T14:30:00Z'), 60_000, at('2026-11-25T01:00:00Z'))).toBe('14:30');
  expect(bucketTime(at('2026-11-25T14:30:00Z'), 60_000, at('2026-11-24T23:00:00Z'))).toBe('25 Nov 2026, 14:30');
});
