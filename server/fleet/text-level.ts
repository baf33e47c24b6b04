import type { Column } from './column';
import type { SortLevel } from './sort-level';
import { flipped } from './sort-number';

const encoder = new TextEncoder();

interface TextOrder {
  column: Column;
  /** Which of a position's values is meant. */
  place: number;
  descending: boolean;
  next: SortLevel;
}

/** Missing values last, then the texts of `forms` (folded, raw), four bytes at a time: for dictionaries too large to sort. */
export function textLevel(order: TextOrder, forms: readonly TextForm[]): SortLevel {
  const { column, place, next } = order;
  return {
    read(slots, keys) {
      for (let i = 0; i < slots.length; i++) keys[i] = column.get(slots[i] ?? 0) === 0 ? 1 : 0;
    },
    of: ({ values }) => ((values[place] ?? null) === null ? 1 : 0),
    next: (key) => (key === 1 ? next : bytesLevel(order, forms, 0)),
  };
}

export interface TextForm {
  entryOf: (code: number) => number;
  textOf: (text: string) => string;
}

/** Texts hold no NUL, so that 0 says: it ended before. */
function bytesLevel(order: TextOrder, forms: readonly TextForm[], from: number): SortLevel {
  const [form, ...rest] = forms;
  if (form === undefined) return order.next;
  const { column, place, descending } = order;
  const { dictionary } = column;
  const ended = flipped(0, descending);
  return {
    read(slots, keys) {
      const { bytes, starts } = dictionary;
      for (let i = 0; i < slots.length; i++) {
        const entry = form.entryOf(column.get(slots[i] ?? 0));
        keys[i] = flipped(fourBytes(bytes, (starts[entry] ?? 0) + from, (starts[entry + 1] ?? 1) - 1), descending);
      }
    },
    of({ values }) {
      const bytes = encoder.encode(form.textOf(values[place] ?? ''));
      return flipped(fourBytes(bytes, from, bytes.length), descending);
    },
    next: (key) => (key === ended ? bytesLevel(order, rest, 0) : bytesLevel(order, forms, from + 4)),
  };
}

function fourBytes(bytes: Uint8Array, at: number, end: number): number {
  let word = 0;
  for (let i = 0; i < 4; i++) word = word * 256 + (at + i < end ? (bytes[at + i] ?? 0) : 0);
  return word;
}
