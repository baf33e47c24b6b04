import { INDEXED_TIMES, type IndexedTime } from '@/db/fleet/fleet-columns';
import { compareByCodePoint } from '@/domain/fold';
import type { Sort, SortBy } from '@/domain/sort';
import { type Bits, countBits, hasBit, slotsOf } from './bits';
import type { FleetIndex } from './fleet-index';
import { countBefore, selectWindow } from './select-window';
import type { SortPosition } from './sort-level';
import { sortLevels } from './sort-levels';
import { compareWithText } from './text-ranks';

const isByName = (sort: Sort): boolean => {
  const [first] = sort;
  return first !== undefined && first.by.type === 'field' && first.by.field === 'name' && !first.descending && sort.length === 1;
};

/** The slots of the set from rank `start` to before `end`, in order. */
export function windowOf(index: FleetIndex, bits: Bits, sort: Sort, start: number, end: number): number[] {
  if (isByName(sort)) return namesBetween(index, bits, start, end);
  return selectWindow(slotsOf(bits), sortLevels(index, sort), start, end);
}

/** The slots right after a position, or right before it. */
export function pageFrom(index: FleetIndex, bits: Bits, sort: Sort, { position, side }: PageStart, limit: number): { slots: number[]; more: boolean } {
  if (isByName(sort)) return namesFrom(index, bits, { position, side }, limit);
  const { before, isThere } = rankOf(index, bits, sort, position);
  const start = side === 'after' ? before + (isThere ? 1 : 0) : Math.max(0, before - limit);
  const end = side === 'after' ? start + limit : before;
  return { slots: windowOf(index, bits, sort, start, end), more: side === 'after' ? end < countBits(bits) : start > 0 };
}

/** How many rows of the set stand before this one of it. */
export const rankIn = (index: FleetIndex, bits: Bits, sort: Sort, slot: number): number => rankOf(index, bits, sort, positionOf(index, sort, slot)).before;

export interface PageStart {
  position: SortPosition;
  side: 'after' | 'before';
}

/** The rank of the first row that comes after the position, or of the last one that does not come before it. */
function rankOf(index: FleetIndex, bits: Bits, sort: Sort, position: SortPosition): { before: number; isThere: boolean } {
  return countBefore(slotsOf(bits), sortLevels(index, sort), position);
}

/** Names are kept in order: taken as they stand where every row matches, else walked from the nearer end. */
function namesBetween(index: FleetIndex, bits: Bits, start: number, end: number): number[] {
  const total = countBits(bits);
  const last = Math.min(end, total);
  const chosen: number[] = [];
  if (start >= last) return chosen;
  const { slots, length } = index.order.orderAround(bits, total);
  if (total === length) return Array.from(slots.subarray(start, last));
  if (start <= total - last) {
    for (let i = 0, rank = 0; i < length && rank < last; i++) {
      const slot = slots[i] ?? 0;
      if (hasBit(bits, slot) && rank++ >= start) chosen.push(slot);
    }
    return chosen;
  }
  for (let i = length - 1, rank = total - 1; i >= 0 && rank >= start; i--) {
    const slot = slots[i] ?? 0;
    if (hasBit(bits, slot) && rank-- < last) chosen.push(slot);
  }
  return chosen.reverse();
}

/** Found by halving, then walked away from. */
function namesFrom(index: FleetIndex, bits: Bits, { position: { values, id }, side }: PageStart, limit: number): { slots: number[]; more: boolean } {
  const order = index.order.orderAround(bits, countBits(bits));
  const names = index.text('name');
  const name = values[0] ?? '';
  const compare = (slot: number) => compareWithText(names.dictionary, names.get(slot), name) || compareByCodePoint(index.ids.text(slot), id);
  const at = order.search(compare);
  const slots: number[] = [];
  const isAfter = side === 'after';
  let i = at - 1;
  if (isAfter) i = at < order.length && compare(order.slots[at] ?? 0) === 0 ? at + 1 : at;
  for (; i >= 0 && i < order.length && slots.length <= limit; i += isAfter ? 1 : -1) {
    const slot = order.slots[i] ?? 0;
    if (hasBit(bits, slot)) slots.push(slot);
  }
  const more = slots.length > limit;
  if (more) slots.pop();
  return { slots: isAfter ? slots : slots.reverse(), more };
}

/** A row's sort values and its id, as a cursor keeps them. */
export function positionOf(index: FleetIndex, sort: Sort, slot: number): SortPosition {
  return { id: index.ids.text(slot), values: sort.map(({ by }) => valueOf(index, by, slot)) };
}

const isIndexedTime = (field: string): field is IndexedTime => (INDEXED_TIMES as readonly string[]).includes(field);

function valueOf(index: FleetIndex, by: SortBy, slot: number): string | null {
  if (by.type === 'field') {
    if (by.field === 'id') return index.ids.text(slot);
    if (isIndexedTime(by.field)) return new Date(index.times[by.field][slot] ?? 0).toISOString();
  }
  const column = by.type === 'field' ? index.text(by.field) : index.keys(by.type).columns.get(by.key);
  const code = column?.get(slot) ?? 0;
  return column === undefined || code === 0 ? null : column.dictionary.text(code);
}
