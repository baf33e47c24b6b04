import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBefore, selectWindow } from './select-window';
import type { SortLevel } from './sort-level';

/** Rows whose keys are given, one number a level; the last one is the row's own. */
function levels(rows: readonly (readonly number[])[], depth = 0): SortLevel | null {
  if (depth === rows[0]?.length) return null;
  return {
    read: (slots, keys) => slots.forEach((slot, i) => (keys[i] = rows[slot]![depth]!)),
    of: ({ values }) => Number(values[depth]),
    next: () => levels(rows, depth + 1),
  };
}

const KEYS = fc.oneof(fc.nat(3), fc.integer({ min: 0, max: 0xffff_ffff }), fc.constantFrom(0, 0xffff_ffff, 0x8000_0000));
const ROWS = fc.array(fc.tuple(KEYS, KEYS), { minLength: 1, maxLength: 700 }).map((rows) => rows.map(([a, b], i) => [a, b, i]));
const inOrder = (a: readonly number[], b: readonly number[]) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!;

test('any window has the rows that a sort of all would put there', () => {
  fc.assert(
    fc.property(ROWS, fc.nat(720), fc.nat(120), (rows, start, count) => {
      const sorted = [...rows].sort(inOrder).map((row) => row[2]);
      expect(selectWindow(Uint32Array.from(rows.keys()), levels(rows), start, start + count)).toEqual(sorted.slice(start, start + count));
    }),
    { seed: 1, numRuns: 400 },
  );
});

test('a position knows how many rows come before it, also when it is no row', () => {
  fc.assert(
    fc.property(ROWS, fc.tuple(KEYS, KEYS, fc.nat(700)), fc.nat(), (rows, stranger, pick) => {
      for (const wanted of [stranger, rows[pick % rows.length]!]) {
        const found = countBefore(Uint32Array.from(rows.keys()), levels(rows)!, { values: wanted.map(String), id: '' });
        expect(found).toEqual({
          before: rows.filter((row) => inOrder(row, wanted) < 0).length,
          isThere: rows.some((row) => inOrder(row, wanted) === 0),
        });
      }
    }),
    { seed: 2, numRuns: 300 },
  );
});
