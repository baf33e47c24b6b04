import { compareByCodePoint } from '@/domain/fold';
import type { FacetValue } from '@/domain/facet-counts';
import { type Bits, complement, countBits, countBoth, hasBit, slotsOf } from './bits';
import { askAll } from './code-filter';
import type { Column } from './column';
import type { Dictionary } from './dictionary';
import { placeQuestion } from './text-questions';

/** So many numbers of 32 slots each are counted in the time in which one slot is looked at. */
const WORDS_PER_SLOT = 8;

/** A set whose values are counted; its slots are listed once for all columns, or those outside of it when they are fewer. */
export class CountedSet {
  readonly total: number;
  private inside: Uint32Array | undefined;
  private outside: Uint32Array | undefined;

  constructor(
    readonly bits: Bits,
    private readonly all: Bits,
    /** How many resources there are. */
    readonly size: number,
  ) {
    this.total = countBits(bits);
  }

  get isMostOfAll(): boolean {
    return this.total * 2 > this.size;
  }

  /** Its slots are looked at one by one in less time than all are at once. */
  get isFew(): boolean {
    return this.total * WORDS_PER_SLOT < this.bits.length;
  }

  get slots(): Uint32Array {
    return (this.inside ??= slotsOf(this.bits, this.total));
  }

  get others(): Uint32Array {
    return (this.outside ??= slotsOf(complement(this.bits, this.all), this.size - this.total));
  }
}

export interface ValueSearch {
  /** Folded. */
  text: string;
  place: 'anywhere' | 'start';
}

interface ValueCounts {
  values: FacetValue[];
  more: number;
  missing: number;
}

/** How often each value occurs in the set: the most frequent first, those as frequent in the order of their folded text. */
export function countValues(column: Column, set: CountedSet, limit: number, search?: ValueSearch): ValueCounts {
  const { dictionary } = column;
  const counts = countCodes(column, set);
  const buckets = foldCounts(dictionary, counts);
  const wanted = wantedFolds(dictionary, buckets, search);
  const shown = mostFrequent(wanted, limit, (a, b) => (buckets[b] ?? 0) - (buckets[a] ?? 0) || dictionary.compareRaw(a, b));
  return {
    values: shown.map((folded) => ({ count: buckets[folded] ?? 0, ...spelled(dictionary, folded, counts) })),
    more: wanted.length - shown.length,
    missing: counts[0] ?? 0,
  };
}

/** How often each value occurs in the set, spelled exactly: the most frequent first, those as frequent in the order of their text. */
export function countSpellings(column: Column, set: CountedSet, limit: number): { values: { value: string; count: number }[]; more: number; present: number } {
  const { dictionary } = column;
  const counts = countCodes(column, set);
  const found: number[] = [];
  for (let code = 1; code < counts.length; code++) if ((counts[code] ?? 0) > 0) found.push(code);
  const shown = mostFrequent(found, limit, (a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || compareByCodePoint(dictionary.text(a), dictionary.text(b)));
  return {
    values: shown.map((code) => ({ value: dictionary.text(code), count: counts[code] ?? 0 })),
    more: found.length - shown.length,
    present: set.total - (counts[0] ?? 0),
  };
}

/** The values that begin with a folded text, in the order of their folded text. */
export function valuesInOrder(column: Column, set: CountedSet, limit: number, start: string): FacetValue[] {
  const { dictionary } = column;
  const counts = countCodes(column, set);
  const buckets = foldCounts(dictionary, counts);
  const wanted = wantedFolds(dictionary, buckets, { text: start, place: 'start' });
  const shown = mostFrequent(wanted, limit, (a, b) => dictionary.compareRaw(a, b));
  return shown.map((folded) => ({ count: buckets[folded] ?? 0, ...spelled(dictionary, folded, counts) }));
}

/** How many slots of the set have a value. */
export function countPresent(column: Column, set: CountedSet): number {
  const codes = column.codes();
  let count = 0;
  if (set.isFew) {
    const { slots } = set;
    for (let i = 0; i < slots.length; i++) if (column.get(slots[i] ?? 0) !== 0) count++;
    return count;
  }
  if (!(codes instanceof Map)) return countBoth(column.withValue(), set.bits);
  for (const slot of codes.keys()) if (hasBit(set.bits, slot)) count++;
  return count;
}

/** How many slots of the set have each code; the column knows it for all slots. */
export function countCodes(column: Column, set: CountedSet): Uint32Array {
  const counts = new Uint32Array(column.dictionary.size);
  let present = 0;
  const codes = column.codes();
  const bitmaps = column.codeBitmaps();
  if (bitmaps?.isQuickerThan(set.isMostOfAll ? set.size - set.total : set.total)) {
    bitmaps.count(set.bits, counts);
    present = counts.reduce((sum, count) => sum + count, 0);
  } else if (set.isMostOfAll) {
    counts.set(column.counts.subarray(0, counts.length));
    present = column.used;
    const others = set.others;
    for (let i = 0; i < others.length; i++) {
      const code = column.get(others[i] ?? 0);
      if (code === 0) continue;
      counts[code] = (counts[code] ?? 0) - 1;
      present--;
    }
  } else if (codes instanceof Uint16Array || codes instanceof Uint32Array) {
    const { slots } = set;
    for (let i = 0; i < slots.length; i++) {
      const code = codes[slots[i] ?? 0] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    present = set.total - (counts[0] ?? 0);
  } else {
    for (const [slot, code] of codes) {
      if (!hasBit(set.bits, slot)) continue;
      counts[code] = (counts[code] ?? 0) + 1;
      present++;
    }
  }
  counts[0] = set.total - present;
  return counts;
}

/** The counts of all spellings together, by folded entry. */
function foldCounts(dictionary: Dictionary, counts: Uint32Array): Uint32Array {
  if (dictionary.isFolded) return counts;
  const buckets = new Uint32Array(counts.length);
  for (let code = 1; code < counts.length; code++) {
    const folded = dictionary.foldOf(code);
    buckets[folded] = (buckets[folded] ?? 0) + (counts[code] ?? 0);
  }
  return buckets;
}

function wantedFolds(dictionary: Dictionary, buckets: Uint32Array, search: ValueSearch | undefined): number[] {
  const wanted: number[] = [];
  if (search === undefined || search.text === '') {
    for (let folded = 1; folded < buckets.length; folded++) if ((buckets[folded] ?? 0) > 0) wanted.push(folded);
    return wanted;
  }
  for (const code of slotsOf(askAll(placeQuestion(dictionary, search.text, search.place), dictionary.size).accepted)) {
    if (dictionary.foldOf(code) === code && (buckets[code] ?? 0) > 0) wanted.push(code);
  }
  return wanted;
}

/** The first `limit` of the items in order, without sorting the rest. */
export function mostFrequent<Item>(items: readonly Item[], limit: number, compare: (a: Item, b: Item) => number): Item[] {
  const enough = Math.max(1_000, limit * 4);
  let best: Item[] = [];
  let bar: Item | undefined;
  for (const item of items) {
    if (bar !== undefined && compare(item, bar) >= 0) continue;
    if (best.push(item) < enough) continue;
    best = best.sort(compare).slice(0, limit);
    bar = best.at(-1);
  }
  return best.sort(compare).slice(0, limit);
}

function spelled(dictionary: Dictionary, folded: number, counts: Uint32Array): Omit<FacetValue, 'count'> {
  const spellings = dictionary.spellingsOf(folded).filter((code) => (counts[code] ?? 0) > 0);
  const ordered = [...spellings].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || dictionary.compareRaw(a, b)).map((code) => dictionary.text(code));
  return { value: ordered[0] ?? '', ...(ordered.length > 1 && { variants: ordered }) };
}
