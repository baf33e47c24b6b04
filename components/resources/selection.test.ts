import { expect, test } from 'vitest';
import { parseSelector } from '@/domain/selector/parse-selector';
import { uuidV7 } from '@/domain/uuid-v7';
import { countSelected, isSelected, MAX_LEFT_OUT, NOTHING_SELECTED, type Selection, selectIds, selectionInput } from './selection';

const [a = '', b = '', c = ''] = [uuidV7(), uuidV7(), uuidV7()];
const everyOne: Selection = { by: 'query', total: 5, without: new Set() };

test('picked ones are counted once each, and can be let go', () => {
  const two = selectIds(selectIds(NOTHING_SELECTED, [a, b], true), [b], true);
  expect(countSelected(two)).toBe(2);
  const one = selectIds(two, [a, c], false);
  expect([a, b, c].map((id) => isSelected(one, id))).toEqual([false, true, false]);
  expect(selectionInput(one, 'kind:host', parseSelector('kind:host'))).toEqual({ ids: [b] });
});

test('all that match but some is the query without those', () => {
  const most = selectIds(everyOne, [a, b], false);
  expect(countSelected(most)).toBe(3);
  expect([a, b, c].map((id) => isSelected(most, id))).toEqual([false, false, true]);
  const q = 'kind:host OR kind:app';
  expect(selectionInput(everyOne, q, parseSelector(q))).toEqual({ q });
  expect(selectionInput(most, q, parseSelector(q))).toEqual({ q: `(kind:host OR kind:app) -id:(${a}, ${b})` });
  expect(selectionInput(most, '', parseSelector(''))).toEqual({ q: `-id:(${a}, ${b})` });
  expect(selectIds(most, [a, b], true)).toEqual(everyOne);
});

test('more than a query can name cannot be left out', () => {
  const without = selectIds({ ...everyOne, total: 1_000 }, Array.from({ length: MAX_LEFT_OUT }, () => uuidV7()), false);
  expect(countSelected(without)).toBe(1_000 - MAX_LEFT_OUT);
  expect(selectIds(without, [a], false)).toBe(without);
});
