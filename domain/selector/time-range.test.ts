import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSelector } from './parse-selector';
import { printSelector } from './print-selector';
import { timeWindow } from './time-value';
import { hasTimeRange, withoutTimeRange, withTimeRange } from './time-range';

const at = (time: string) => Date.parse(time);
const brushed = (q: string, from: string, before: string) => printSelector(withTimeRange(parseSelector(q), 'last_seen', at(from), at(before)));

test.each([
  ['', '2026-11-20T00:00:00Z', '2026-11-25T00:00:00Z', 'last_seen:2026-11-20..2026-11-24'],
  ['', '2026-11-25T14:30:00Z', '2026-11-25T14:40:00Z', 'last_seen:2026-11-25T14:30Z..2026-11-25T14:39Z'],
  ['', '2026-11-25T00:00:00Z', '2026-11-25T06:00:00Z', 'last_seen:2026-11-25..2026-11-25T05:59Z'],
  ['', '2026-11-25T14:30:05Z', '2026-11-25T14:30:10Z', 'last_seen:2026-11-25T14:30:05Z..2026-11-25T14:30:09Z'],
  ['', '2026-11-25T14:30:05.200Z', '2026-11-25T14:30:05.400Z', 'last_seen:2026-11-25T14:30:05.200Z..2026-11-25T14:30:05.399Z'],
  ['kind:host last_seen<1h web', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z', 'kind:host last_seen:2026-11-20..2026-11-20 web'],
  ['-last_seen>1d first_seen<9d', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z', 'last_seen:2026-11-20..2026-11-20 first_seen<9d'],
  ['(last_seen<1h OR kind:host)', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z', '(last_seen<1h OR kind:host) last_seen:2026-11-20..2026-11-20'],
])('%s from %s to before %s', (q, from, before, expected) => {
  expect(printSelector(parseSelector(brushed(q, from, before)))).toBe(printSelector(parseSelector(expected)));
  expect(brushed(q, from, before)).toBe(expected);
});

test('the range is taken out again, and nothing else', () => {
  const q = parseSelector('kind:host last_seen:2026-11-20..2026-11-24 -last_seen>1d first_seen<9d');
  expect(hasTimeRange(q, 'last_seen')).toBe(true);
  expect(printSelector(withoutTimeRange(q, 'last_seen'))).toBe('kind:host first_seen<9d');
  expect(hasTimeRange(withoutTimeRange(q, 'last_seen'), 'last_seen')).toBe(false);
});

test('the term picks exactly what was brushed, also after it was written and read', () => {
  const times = fc.integer({ min: at('1990-01-01T00:00:00Z'), max: at('2100-01-01T00:00:00Z') });
  const units = fc.constantFrom(1, 1_000, 60_000, 86_400_000);
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 90 }), units, (time, length, unit) => {
      const from = Math.floor(time / unit) * unit;
      const before = from + length * unit;
      const term = parseSelector(printSelector(withTimeRange({ type: 'everything' }, 'created', from, before)));
      const value = term.type === 'field' ? term.values[0] : undefined;
      expect(value?.type).toBe('instant-range');
      if (value?.type === 'instant-range') expect(timeWindow('=', value, 0)).toEqual({ from, before });
    }),
    { seed: 12 },
  );
});
