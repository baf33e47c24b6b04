import { expect, it } from 'vitest';
import { exactTime, spanInWords, timeSeenFrom } from './spans-of-time';

it('says a span in its largest whole unit', () => {
  const spans = [-5_000, 999, 1_000, 59_999, 60_000, 3_599_999, 3_600_000, 86_399_999, 86_400_000, 86_400_000 * 1_234];
  expect(spans.map(spanInWords)).toEqual(['0 s', '0 s', '1 s', '59 s', '1 min', '59 min', '1 h', '23 h', '1 d', '1,234 d']);
});

it('says the exact time in UTC, whatever the zone of its text', () => {
  expect(exactTime('2026-03-04T23:05:09.123+02:00')).toBe('4 Mar 2026, 21:05:09 UTC');
});

it('leaves the date out on the same UTC day only', () => {
  const now = Date.parse('2026-03-05T00:00:01Z');
  expect(timeSeenFrom('2026-03-05T00:00:00Z', now)).toBe('00:00:00 UTC');
  expect(timeSeenFrom('2026-03-04T23:59:59Z', now)).toBe('4 Mar 2026, 23:59:59 UTC');
});
