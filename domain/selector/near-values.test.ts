import { expect, test } from 'vitest';
import { nearDuplicates, nearestValue } from './near-values';

const values = (counts: Record<string, number>) => Object.entries(counts).map(([value, count]) => ({ value, count }));

test('a rare value one letter from a common one is pointed out', () => {
  expect(nearDuplicates(values({ platform: 4102, planning: 318, platfrom: 21 }))).toEqual(new Map([['platfrom', 'platform']]));
  expect(nearDuplicates(values({ platform: 40, platforms: 30 }))).toEqual(new Map());
  expect(nearDuplicates(values({ 'web-01': 40, 'web-02': 1, qa: 90, q: 1 }))).toEqual(new Map());
});

test('what was meant by a value that nothing has', () => {
  const fleet = values({ prod: 212, staging: 41, dev: 17 });
  expect(nearestValue('production', fleet)).toBe('prod');
  expect(nearestValue('stagign', fleet)).toBe('staging');
  expect(nearestValue('Prod', fleet)).toBeUndefined();
  expect(nearestValue('elsewhere', fleet)).toBeUndefined();
});
