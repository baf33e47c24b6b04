import { type Bits, clearBit, emptyBits, orBits, setBit, slotsOf } from './bits';
import type { Dictionary } from './dictionary';
import { isMarked, MARK_WORDS, markText } from './text-marks';

export type Place = 'anywhere' | 'start';

/** Adds the codes whose folded text has this one there, and passes the test where there is one. */
export function addCodesWith(accepted: Bits, dictionary: Dictionary, text: string, place: Place, test?: (folded: string) => boolean): void {
  const found = search(dictionary, Buffer.from(text), place);
  if (test !== undefined) for (const entry of slotsOf(found)) if (!test(dictionary.text(entry))) clearBit(found, entry);
  if (dictionary.isFolded) orBits(accepted, found);
  else for (const entry of slotsOf(found)) if (dictionary.foldOf(entry) === entry) dictionary.eachSpelling(entry, (code) => setBit(accepted, code));
}

/** A plain loop over all entries without a call for each: this is what a keystroke waits for. */
function search(dictionary: Dictionary, pattern: Buffer, place: Place): Bits {
  const wanted = new Int32Array(MARK_WORDS);
  markText(pattern, 0, pattern.length, wanted, 0);
  const [low = 0, high = 0, single = 0] = wanted;
  const { bytes, marks, starts, size } = dictionary;
  const isSure = place === 'anywhere' && isMarked(pattern);
  const found = emptyBits(size);
  for (let entry = 1, at = MARK_WORDS; entry < size; entry++, at += MARK_WORDS) {
    if (((marks[at] ?? 0) & low) !== low || ((marks[at + 1] ?? 0) & high) !== high || ((marks[at + 2] ?? 0) & single) !== single) continue;
    const from = starts[entry] ?? 0;
    const last = (starts[entry + 1] ?? 0) - 1 - pattern.length;
    if (isSure || standsBetween(bytes, pattern, from, place === 'start' ? Math.min(from, last) : last)) setBit(found, entry);
  }
  return found;
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
