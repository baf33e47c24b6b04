import { INDEXED_TIMES, type IndexedTime } from '@/db/fleet/fleet-columns';
import { fold } from '@/domain/fold';
import type { Sort, SortBy } from '@/domain/sort';
import type { Column } from './column';
import type { FleetIndex } from './fleet-index';
import { idLevel, numberLevel, type SortLevel, timeLevel } from './sort-level';
import { flipped, LAST, rankNumber } from './sort-number';
import { compareWithText, rankOfText, textRanks } from './text-ranks';
import { type TextForm, textLevel } from './text-level';

/** A dictionary up to this size is sorted whole. */
const QUICK_TO_SORT = 5_000;

/** An order as levels: the keys of the sort, then the id. */
export function sortLevels(index: FleetIndex, sort: Sort): SortLevel {
  return sort.reduceRight<SortLevel>((next, { by, descending }, place) => keyLevel(index, by, place, descending, next), idLevel(index, null));
}

const isIndexedTime = (field: string): field is IndexedTime => (INDEXED_TIMES as readonly string[]).includes(field);

function keyLevel(index: FleetIndex, by: SortBy, place: number, descending: boolean, next: SortLevel): SortLevel {
  if (by.type !== 'field') {
    const column = index.keys(by.type).columns.get(by.key);
    return column === undefined ? next : columnLevel(column, place, descending, next);
  }
  if (by.field === 'id') return idLevel(index, next, { descending });
  if (by.field === 'name') return nameLevel(index, place, descending, next);
  if (isIndexedTime(by.field)) return timeLevel(index.times[by.field], place, descending, next);
  const column = index.text(by.field);
  // Addresses have no folded twin: their order is that of what is written.
  return by.field === 'ip' ? textLevel({ column, place, descending, next }, [RAW]) : columnLevel(column, place, descending, next);
}

const RAW: TextForm = { entryOf: (code) => code, textOf: (text) => text };

function columnLevel(column: Column, place: number, descending: boolean, next: SortLevel): SortLevel {
  const { dictionary } = column;
  const codes = column.codes();
  if (dictionary.size > QUICK_TO_SORT || !(codes instanceof Uint16Array || codes instanceof Uint32Array)) {
    const folded: TextForm = { entryOf: (code) => dictionary.foldOf(code), textOf: fold };
    return textLevel({ column, place, descending, next }, [folded, RAW]);
  }
  const order = textRanks(dictionary);
  const numbers = order.ranks.map((rank, code) => (code === 0 ? LAST : rankNumber({ before: rank, isThere: true }, descending)));
  return numberLevel({ numbers, codes }, (text) => rankNumber(rankOfText(dictionary, order, text), descending), place, next);
}

/** Names are in order already. */
function nameLevel(index: FleetIndex, place: number, descending: boolean, next: SortLevel): SortLevel {
  const { order } = index;
  const names = index.text('name');
  const numbers = order.numbersBySlot(index.capacity, descending, (a, b) => names.get(a) === names.get(b));
  const ofText = (text: string) => {
    const at = order.search((slot) => compareWithText(names.dictionary, names.get(slot), text));
    const slot = order.slots[at];
    const isThere = at < order.length && slot !== undefined && compareWithText(names.dictionary, names.get(slot), text) === 0;
    if (isThere) return numbers[slot] ?? 0;
    // Even numbers belong to no name: this one is between the name before and the next.
    const before = order.slots[at - 1];
    return before === undefined ? flipped(0, descending) : (numbers[before] ?? 0) + (descending ? -1 : 1);
  };
  return numberLevel({ numbers }, ofText, place, next);
}
