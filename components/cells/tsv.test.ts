import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printTsv, readTsv } from './tsv';

it('prints and reads a block as spreadsheets do', () => {
  expect(printTsv([['a', null], ['', 'say "x"']])).toBe('a\t\n""\t"say ""x"""');
  expect(readTsv('a\t\n""\t"say ""x"""')).toEqual([['a', null], ['', 'say "x"']]);
  expect(readTsv('prod')).toEqual([['prod']]);
  expect(readTsv('')).toEqual([[null]]);
  expect(readTsv('a\tb\r\nc\r\n')).toEqual([['a', 'b'], ['c', null]]);
  expect(readTsv('a\n\nb\n')).toEqual([['a'], [null], ['b']]);
  expect(readTsv('"two\nlines"\tx')).toEqual([['two\nlines', 'x']]);
});

it('takes a quote that is no bracket for a letter', () => {
  expect(readTsv('"open\tb')).toEqual([['"open', 'b']]);
  expect(readTsv('12" rack')).toEqual([['12" rack']]);
  expect(readTsv('"a"b')).toEqual([['"a"b']]);
});

it('reads back what it printed, whatever the values', () => {
  const value = fc.option(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', 'ä', '=') }));
  const block = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
  fc.assert(
    fc.property(block, (rows) => {
      // A last row of one empty cell is a line break at the end.
      fc.pre(!(rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === null));
      expect(readTsv(printTsv(rows))).toEqual(rows);
    }),
    { seed: 5, numRuns: 500 },
  );
});
