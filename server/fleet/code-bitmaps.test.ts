import { expect, test } from 'vitest';
import { emptyBits, setBit, slotsOf } from './bits';
import { MOST_CODES } from './code-bitmaps';
import { Column } from './column';
import { CountedSet, countCodes } from './count-values';
import { FilterBudget } from './filter-budget';
import { textQuestion } from './text-questions';

const SLOTS = 300_000;

function filled(budget = new FilterBudget(50_000_000)) {
  const column = new Column(budget, SLOTS, { startDense: true });
  const there: (string | undefined)[] = [];
  const set = (slot: number, text: string | undefined) => {
    column.set(slot, text === undefined ? 0 : column.dictionary.internText(text));
    there[slot] = text;
  };
  for (let slot = 0; slot < SLOTS; slot++) set(slot, slot % 7 === 0 ? undefined : `v${slot % 5}`);
  return { column, there, set };
}

/** What the column counts in a third of the slots, in the others and in all, against what is there. */
function expectCounts(column: Column, there: readonly (string | undefined)[], capacity = SLOTS) {
  const all = emptyBits(capacity);
  for (let slot = 0; slot < there.length; slot++) setBit(all, slot);
  for (const isPicked of [(slot: number) => slot % 3 === 0, (slot: number) => slot % 3 !== 0, () => true]) {
    const bits = emptyBits(capacity);
    const wanted = new Uint32Array(column.dictionary.size);
    there.forEach((text, slot) => {
      if (!isPicked(slot)) return;
      setBit(bits, slot);
      const code = text === undefined ? 0 : column.dictionary.find(text);
      wanted[code] = (wanted[code] ?? 0) + 1;
    });
    expect(countCodes(column, new CountedSet(bits, all, there.length))).toEqual(wanted);
  }
}

const slotsWith = (column: Column, ...texts: string[]) => [...slotsOf(column.filter(textQuestion(column.dictionary, texts.map((text) => ({ type: 'text', text })))) ?? emptyBits(0))];

test('few values are counted and found by the slots of each, also after changes', () => {
  const { column, there, set } = filled();
  expect(column.codeBitmaps()?.isQuickerThan(SLOTS / 3)).toBe(true);
  expectCounts(column, there);
  for (let slot = 0; slot < SLOTS; slot += 13) set(slot, slot % 2 === 0 ? undefined : `v${(slot + 1) % 5}`);
  expectCounts(column, there);
  for (let slot = 0; slot < SLOTS; slot += 11) set(slot, slot % 2 === 0 ? undefined : 'new');
  expectCounts(column, there);
  expect(slotsWith(column, 'new', 'v3')).toEqual([...there.keys()].filter((slot) => there[slot] === 'new' || there[slot] === 'v3'));
  column.grow(SLOTS + 1_000);
  set(SLOTS + 7, 'v3');
  set(SLOTS + 8, 'late');
  for (let slot = SLOTS; slot < SLOTS + 7; slot++) there[slot] = undefined;
  expectCounts(column, there, SLOTS + 1_000);
  expect(slotsWith(column, 'late')).toEqual([SLOTS + 8]);
});

test('a column with many values keeps them no longer, and counts the same', () => {
  const { column, there, set } = filled();
  expect(column.codeBitmaps()).toBeDefined();
  for (let value = 0; value < MOST_CODES; value++) set(value * 3, `many-${value}`);
  expect(column.codeBitmaps()).toBeUndefined();
  expectCounts(column, there);
});

test('what is kept stays within the budget, and is given back', () => {
  const budget = new FilterBudget(300_000);
  const first = filled(budget);
  const second = filled(budget);
  expect(first.column.codeBitmaps()).toBeDefined();
  expect(second.column.codeBitmaps()).toBeUndefined();
  for (let value = 0; value < MOST_CODES; value++) first.set(value * 3, `many-${value}`);
  expect(second.column.codeBitmaps()).toBeDefined();
  expectCounts(second.column, second.there);
});
