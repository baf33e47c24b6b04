import type { Dictionary } from './dictionary';
import { markPairs } from './pair-marks';

/** The folded entries that contain the text. */
export const entriesWith = (dictionary: Dictionary, text: string): number[] => search(dictionary, text, false);

/** The folded entries that begin with the text. */
export const entriesFrom = (dictionary: Dictionary, text: string): number[] => search(dictionary, text, true);

/** A plain loop over all entries without a call for each: this is what a keystroke waits for. */
function search(dictionary: Dictionary, text: string, onlyAtStart: boolean): number[] {
  const pattern = Buffer.from(text);
  const wanted = new Int32Array(2);
  markPairs(pattern, 0, pattern.length, wanted, 0);
  const [low = 0, high = 0] = wanted;
  const { bytes, marks, starts, size } = dictionary;
  const found: number[] = [];
  for (let entry = 1; entry < size; entry++) {
    if (((marks[entry * 2] ?? 0) & low) !== low || ((marks[entry * 2 + 1] ?? 0) & high) !== high) continue;
    const from = starts[entry] ?? 0;
    const last = (starts[entry + 1] ?? 0) - 1 - pattern.length;
    if (standsBetween(bytes, pattern, from, onlyAtStart ? Math.min(from, last) : last)) found.push(entry);
  }
  return dictionary.isFolded ? found : found.filter((entry) => dictionary.foldOf(entry) === entry);
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
