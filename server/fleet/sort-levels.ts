import { INDEXED_TIMES, type IndexedTime } from '@/db/fleet/fleet-columns';
import { fold } from '@/domain/fold';
import type { Sort, SortBy } from '@/domain/sort';
import type { Column } from './column';
import type { FleetIndex } from './fleet-index';
import { idLevel, rankLevel, type SortLevel, timeLevel } from './sort-level';
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
  if (dictionary.size > QUICK_TO_SORT) {
    const folded: TextForm = { entryOf: (code) => dictionary.foldOf(code), textOf: fold };
    return textLevel({ column, place, descending, next }, [folded, RAW]);
  }
  const order = textRanks(dictionary);
  const rankOf = (slot: number) => {
    const code = column.get(slot);
    return code === 0 ? -1 : (order.ranks[code] ?? 0);
  };
  return rankLevel(rankOf, (text) => rankOfText(dictionary, order, text), place, descending, next);
}

/** Names are in order already. */
function nameLevel(index: FleetIndex, place: number, descending: boolean, next: SortLevel): SortLevel {
  const { order } = index;
  const names = index.text('name');
  const ranks = order.ranksBySlot(index.capacity, (a, b) => names.get(a) === names.get(b));
  const rankOfName = (text: string) => {
    const at = order.search((slot) => compareWithText(names.dictionary, names.get(slot), text));
    const slot = order.slots[at];
    if (at === order.length || slot === undefined) return { before: at === 0 ? 0 : (ranks[order.slots[at - 1] ?? 0] ?? 0) + 1, isThere: false };
    return { before: ranks[slot] ?? 0, isThere: compareWithText(names.dictionary, names.get(slot), text) === 0 };
  };
  return rankLevel((slot) => ranks[slot] ?? 0, rankOfName, place, descending, next);
}
