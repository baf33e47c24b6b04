import { type Bits, emptyBits, setBit, slotsOf } from './bits';
import type { Dictionary } from './dictionary';
import { BLOCK_TEXTS, isMarked, markOf } from './text-marks';

export type Place = 'anywhere' | 'start';

/** Whether surely no text has this one there: then nothing needs to be searched. */
export const isNowhere = (dictionary: Dictionary, text: string, place: Place): boolean => dictionary.pairs?.mayHave(Buffer.from(text), place) === false;

export interface CodesWith {
  text: string;
  place: Place;
  /** Of the folded text, once it has this one. */
  test?: ((folded: string) => boolean) | undefined;
  /** No other codes are looked at. */
  among?: Bits | undefined;
}

/** Adds the codes whose folded text has this one there. */
export function addCodesWith(accepted: Bits, dictionary: Dictionary, { text, place, test, among }: CodesWith): void {
  if (isNowhere(dictionary, text, place)) return;
  const pattern = Buffer.from(text);
  if (dictionary.isFolded && test === undefined) return search(dictionary, pattern, place, accepted, among);
  const found = emptyBits(dictionary.size);
  search(dictionary, pattern, place, found, among);
  for (const entry of slotsOf(found)) {
    if (dictionary.foldOf(entry) === entry && (test === undefined || test(dictionary.text(entry)))) dictionary.eachSpelling(entry, (code) => setBit(accepted, code));
  }
}

/** Plain loops over numbers: this is what a keystroke waits for. */
function search(dictionary: Dictionary, pattern: Buffer, place: Place, found: Bits, among: Bits | undefined): void {
  const wanted = markOf(pattern);
  const { bytes, starts, size, marks } = dictionary;
  const { single, low, high } = marks;
  const isSure = place === 'anywhere' && isMarked(pattern);
  const look = (entry: number) => {
    if (((single[entry] ?? 0) & wanted.single) !== wanted.single) return;
    if (((low[entry] ?? 0) & wanted.low) !== wanted.low || ((high[entry] ?? 0) & wanted.high) !== wanted.high) return;
    const from = starts[entry] ?? 0;
    const last = (starts[entry + 1] ?? 0) - 1 - pattern.length;
    if (isSure || standsBetween(bytes, pattern, from, place === 'start' ? Math.min(from, last) : last)) setBit(found, entry);
  };
  const everything = 2 ** BLOCK_TEXTS - 1;
  for (let block = 0, first = 0; first < size; block++, first += BLOCK_TEXTS) {
    // A number of the set has a block's texts; 0 is none.
    let rest = among === undefined ? everything : (among[block] ?? 0);
    if (block === 0) rest &= ~1;
    if (rest === 0 || !marks.mayStandIn(block, wanted)) continue;
    for (let entry = first; rest !== 0 && entry < size; entry++, rest >>>= 1) if ((rest & 1) !== 0) look(entry);
  }
}

/** Whether the pattern stands at a place from the first to the last one. */
function standsBetween(bytes: Uint8Array, pattern: Uint8Array, first: number, last: number): boolean {
  const { length } = pattern;
  const byte = pattern[0];
  if (byte === undefined) return true;
  for (let at = first; at <= last; at++) {
    if (bytes[at] !== byte) continue;
    let i = 1;
    while (i < length && bytes[at + i] === pattern[i]) i++;
    if (i >= length) return true;
  }
  return false;
}
