import type { FleetIndex } from './fleet-index';
import { flipped, LAST } from './sort-number';

/** Where a page begins or ends: a row's sort values, one for each sort key, and its id. */
export interface SortPosition {
  values: (string | null)[];
  id: string;
}

/**
 * One step of an order, as a number of 32 bits for each row: rows are ordered by the first level, those that are equal there by the next.
 * Most rows of a window are told apart by the first level, and no level needs a sort of its own.
 */
export interface SortLevel {
  read: (slots: Uint32Array, keys: Uint32Array) => void;
  /** The number of a row with these values, whether or not there is one. */
  of: (position: SortPosition) => number;
  /** How rows that have this number in common are ordered; null: they are the same row. */
  next: (key: number) => SortLevel | null;
}

/** By id, one word after the other. */
export function idLevel(index: FleetIndex, next: SortLevel | null, { descending = false, word = 0 } = {}): SortLevel {
  const { words } = index.ids;
  return {
    read(slots, keys) {
      for (let i = 0; i < slots.length; i++) keys[i] = flipped(words[(slots[i] ?? 0) * 4 + word] ?? 0, descending);
    },
    of: ({ id }) => flipped(parseInt(id.replaceAll('-', '').slice(word * 8, word * 8 + 8), 16), descending),
    next: () => (word === 3 ? next : idLevel(index, next, { descending, word: word + 1 })),
  };
}

const TIME_SPLIT = 0x100_0000;
const TIME_OFFSET = 0x2000_0000;

const highPart = (ms: number): number => Math.floor(ms / TIME_SPLIT) + TIME_OFFSET;
const lowPart = (ms: number): number => ms - Math.floor(ms / TIME_SPLIT) * TIME_SPLIT;

/** By time: the higher bits, then the lower ones. */
export function timeLevel(times: Float64Array, place: number, descending: boolean, next: SortLevel): SortLevel {
  const of = (position: SortPosition): number => Date.parse(position.values[place] ?? '');
  const sign = descending ? -1 : 1;
  const base = descending ? LAST : 0;
  const low: SortLevel = {
    read(slots, keys) {
      for (let i = 0; i < slots.length; i++) keys[i] = base + sign * lowPart(times[slots[i] ?? 0] ?? 0);
    },
    of: (position) => flipped(lowPart(of(position)), descending),
    next: () => next,
  };
  return {
    read(slots, keys) {
      for (let i = 0; i < slots.length; i++) keys[i] = base + sign * highPart(times[slots[i] ?? 0] ?? 0);
    },
    of: (position) => flipped(highPart(of(position)), descending),
    next: () => low,
  };
}

/** Numbers that are known beforehand, LAST for what is missing: by slot, or by what `codes` has for the slot. */
export function numberLevel(
  { numbers, codes }: { numbers: Uint32Array; codes?: Uint16Array | Uint32Array },
  ofText: (text: string) => number,
  place: number,
  next: SortLevel,
): SortLevel {
  return {
    read(slots, keys) {
      if (codes === undefined) for (let i = 0; i < slots.length; i++) keys[i] = numbers[slots[i] ?? 0] ?? 0;
      else for (let i = 0; i < slots.length; i++) keys[i] = numbers[codes[slots[i] ?? 0] ?? 0] ?? 0;
    },
    of({ values }) {
      const text = values[place] ?? null;
      return text === null ? LAST : ofText(text);
    },
    next: () => next,
  };
}
