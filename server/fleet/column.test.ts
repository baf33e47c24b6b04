import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '@/domain/fold';
import { slotsOf } from './bits';
import { askAll } from './code-filter';
import { Column } from './column';
import { FilterBudget } from './filter-budget';
import { placeQuestion, textQuestion } from './text-questions';

const budget = new FilterBudget(1_000_000);
const filtered = (column: Column, text: string) => [...slotsOf(column.filter(textQuestion(column.dictionary, [{ type: 'text', text }])) ?? new Uint32Array(0))];

test('more values than 16 bits can number', () => {
  const column = new Column(budget, 70_000);
  for (let slot = 0; slot < 70_000; slot++) column.set(slot, column.dictionary.internText(`value-${slot}`));
  expect(column.used).toBe(70_000);
  for (const slot of [0, 65_534, 65_535, 65_536, 69_999]) {
    expect(column.dictionary.text(column.get(slot))).toBe(`value-${slot}`);
    expect(filtered(column, `VALUE-${slot}`)).toEqual([slot]);
  }
});

test('a filter stays right while values change, come and go, and while the column grows', () => {
  const column = new Column(budget, 40);
  const set = (slot: number, text: string | null) => column.set(slot, text === null ? 0 : column.dictionary.internText(text));
  expect(filtered(column, 'prod')).toEqual([]);
  set(3, 'Prod');
  set(5, 'qa');
  expect(filtered(column, 'prod')).toEqual([3]);
  set(5, 'PROD');
  set(3, null);
  expect(filtered(column, 'prod')).toEqual([5]);
  column.grow(4_000);
  set(3_999, 'prod');
  expect(filtered(column, 'prod')).toEqual([5, 3_999]);
  for (let slot = 100; slot < 400; slot++) set(slot, slot % 2 === 0 ? 'prod' : 'dev');
  expect(filtered(column, 'prod')).toHaveLength(152);
  expect(column.used).toBe(302);
});

const SLOTS = 3_000;
/** Values in runs, as the order of names brings them, and single values anywhere. */
const writes = fc.array(
  fc.record({ from: fc.nat(SLOTS - 1), length: fc.constantFrom(1, 1, 300, 900), value: fc.nat(36), step: fc.constantFrom(0, 1) }),
  { minLength: 1, maxLength: 12 },
);

test('a filter finds what is there, wherever values stand and whatever stood there before', () => {
  fc.assert(
    fc.property(writes, writes, fc.array(fc.nat(39), { minLength: 2, maxLength: 4 }), (first, then, asked) => {
      const column = new Column(budget, 1_000, { startDense: true });
      const there: (string | undefined)[] = [];
      column.grow(SLOTS);
      const write = ({ from, length, value, step }: { from: number; length: number; value: number; step: number }) => {
        for (let slot = from; slot < Math.min(from + length, SLOTS); slot++) {
          const text = value === 0 ? undefined : `v${(value + step * (slot - from)) % 40}`;
          column.set(slot, text === undefined ? 0 : column.dictionary.internText(text));
          there[slot] = text;
        }
      };
      first.forEach(write);
      const ask = (texts: readonly string[]) => {
        const matches = texts.map((text) => ({ type: 'text' as const, text }));
        return [...slotsOf(column.filter(textQuestion(column.dictionary, matches)) ?? new Uint32Array(0))];
      };
      const wanted = (texts: readonly string[]) => [...there.keys()].filter((slot) => texts.includes(there[slot] ?? ''));
      const texts = asked.map((value) => `v${value}`);
      // Of some questions other ones accept the same values so far.
      const questions = [texts, [...texts, 'never seen'], texts.slice(1)];
      for (const question of questions) expect(ask(question)).toEqual(wanted(question));
      then.forEach(write);
      for (const question of questions) expect(ask(question)).toEqual(wanted(question));
    }),
    { seed: 3, numRuns: 200 },
  );
});

test('texts are numbered anew in the order of the slots, and all is as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('', 'web', 'Web', 'db', 'É', 'é', 'api-7'), { minLength: 1, maxLength: 900 }), fc.array(fc.nat(899)), (values, changed) => {
      const column = new Column(budget, 900, { startDense: true });
      // Known in another order, one of them to no slot any longer.
      for (const text of ['gone', 'é', 'api-7', 'Web', 'db']) column.dictionary.internText(text);
      values.forEach((text, slot) => column.set(slot, text === '' ? 0 : column.dictionary.internText(text)));
      Array.from(column.renumber());
      const textAt = (slot: number) => (column.get(slot) === 0 ? '' : column.dictionary.text(column.get(slot)));
      expect(values.map((_, slot) => textAt(slot))).toEqual(values);
      const seen = [...new Set(values.filter((text) => text !== ''))];
      const folded = [...new Set(seen.map(fold))].map((text) => column.dictionary.find(text));
      expect(folded).toEqual(folded.toSorted((a, b) => a - b));
      expect(seen.map((text) => column.counts[column.dictionary.find(text)])).toEqual(seen.map((text) => values.filter((value) => value === text).length));
      for (const slot of changed) column.set(slot, column.dictionary.internText('web'));
      const webs = [...Array(900).keys()].filter((slot) => changed.includes(slot) || values[slot]?.toLowerCase() === 'web');
      expect(filtered(column, 'WEB')).toEqual(webs);
    }),
    { seed: 5, numRuns: 100 },
  );
});

test('filters that nobody asks any more make room', () => {
  const small = new FilterBudget(1_500);
  const column = new Column(small, 8_000, { startDense: true });
  column.set(1, column.dictionary.internText('a'));
  column.set(2, column.dictionary.internText('b'));
  for (const text of ['a', 'b', 'a', 'c', 'd']) filtered(column, text);
  expect(column.filters.size).toBeLessThan(4);
  expect(filtered(column, 'a')).toEqual([1]);
});

const texts = fc.array(fc.oneof(fc.constantFrom('Web', 'web', 'WEB-01', '', 'é', 'e\u0301', '😀', 'ss', 'ß', 'İ', '\uffff', '\u{10000}'), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 60 });

test('texts are numbered once, found again and ordered by code point', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const { dictionary } = new Column(budget, 10);
      const codes = all.map((text) => dictionary.internText(text));
      all.forEach((text, i) => {
        expect(dictionary.text(codes[i]!)).toBe(text);
        expect(dictionary.find(text)).toBe(codes[i]);
        expect(dictionary.text(dictionary.foldOf(codes[i]!))).toBe(fold(text));
        expect(dictionary.spellingsOf(dictionary.foldOf(codes[i]!))).toContain(codes[i]);
      });
      const byBytes = [...codes].sort((a, b) => dictionary.compareRaw(a, b)).map((code) => dictionary.text(code));
      expect(byBytes).toEqual([...all].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a search finds what contains or begins with a text, whatever case and script', () => {
  fc.assert(
    fc.property(texts, fc.oneof(fc.constantFrom('e', 'web', '😀', 'é', 's'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 })), (all, wanted) => {
      const { dictionary } = new Column(budget, 10);
      const needle = fold(wanted);
      const codes = new Set(all.map((text) => dictionary.internText(text)));
      for (const place of ['anywhere', 'start'] as const) {
        const found = new Set(slotsOf(askAll(placeQuestion(dictionary, needle, place), dictionary.size).accepted));
        const fits = (text: string) => (place === 'start' ? fold(text).startsWith(needle) : fold(text).includes(needle));
        for (const code of codes) expect(found.has(code), `${needle} in ${dictionary.text(code)}`).toBe(fits(dictionary.text(code)));
      }
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('a search among many texts finds the same', () => {
  const { dictionary } = new Column(budget, 10);
  const all = Array.from({ length: 6_000 }, (_, i) => `${'abcab'.slice(i % 5)}${'ab'.repeat(i % 4)}${i.toString(3).replaceAll('0', 'a').replaceAll('1', 'b').replaceAll('2', 'c')}`);
  const codes = new Map(all.map((text) => [text, dictionary.internText(text)]));
  for (const needle of ['a', 'ab', 'abc', 'aab', 'abab', 'cabc', 'bcabab', 'abcabcabc', all[5_999]!]) {
    const found = new Set(slotsOf(askAll(placeQuestion(dictionary, needle, 'anywhere'), dictionary.size).accepted));
    const wanted = new Set([...codes].filter(([text]) => text.includes(needle)).map(([, code]) => code));
    expect(found, needle).toEqual(wanted);
  }
});

test('a word that is typed letter by letter finds what contains it then, while values come, change and go in between', () => {
  const letters = (most: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'é'), minLength: 1, maxLength: most });
  const write = fc.record({ slot: fc.nat(199), text: fc.option(letters(8)) });
  fc.assert(
    fc.property(fc.array(write, { minLength: 40, maxLength: 200 }), fc.array(write, { maxLength: 20 }), letters(5), fc.constantFrom('anywhere', 'start'), fc.boolean(), (first, then, typed, place, startDense) => {
      const column = new Column(budget, 200, { startDense });
      const there: (string | null)[] = Array(200).fill(null);
      const set = ({ slot, text }: { slot: number; text: string | null }) => {
        column.set(slot, text === null ? 0 : column.dictionary.internText(text));
        there[slot] = text;
      };
      for (const each of first) set(each);
      const word = fold(typed);
      for (let length = 1; length <= word.length; length++) {
        const part = word.slice(0, length);
        const found = [...slotsOf(column.filter(placeQuestion(column.dictionary, part, place)) ?? new Uint32Array(0))];
        expect(found, part).toEqual(there.flatMap((text, slot) => (text !== null && (place === 'start' ? fold(text).startsWith(part) : fold(text).includes(part)) ? [slot] : [])));
        for (const each of then.slice((length - 1) * 4, length * 4)) set(each);
      }
    }),
    { numRuns: 300 },
  );
});
