import { compareByCodePoint, fold } from '@/domain/fold';
import type { Dictionary } from './dictionary';

/** The order of a dictionary's texts: each code's rank, and the codes by rank. */
export interface TextRanks {
  ranks: Uint32Array;
  codes: Uint32Array;
}

const known = new WeakMap<Dictionary, TextRanks>();

/** Ranks in the order of folded, then raw text; made anew when a text has come. For dictionaries that are quick to sort. */
export function textRanks(dictionary: Dictionary): TextRanks {
  const found = known.get(dictionary);
  if (found !== undefined && found.ranks.length === dictionary.size) return found;
  const codes = Uint32Array.from({ length: dictionary.size - 1 }, (_, i) => i + 1).sort((a, b) => dictionary.compare(a, b));
  const ranks = new Uint32Array(dictionary.size);
  codes.forEach((code, rank) => (ranks[code] = rank));
  const made = { ranks, codes };
  known.set(dictionary, made);
  return made;
}

/** How many texts come before this one, and whether it is there itself. */
export function rankOfText(dictionary: Dictionary, { codes }: TextRanks, text: string): { before: number; isThere: boolean } {
  let [low, high] = [0, codes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareWithText(dictionary, codes[middle] ?? 0, text) < 0) low = middle + 1;
    else high = middle;
  }
  return { before: low, isThere: low < codes.length && compareWithText(dictionary, codes[low] ?? 0, text) === 0 };
}

/** Folded, then raw, as `Dictionary.compare` has it. */
export function compareWithText(dictionary: Dictionary, code: number, text: string): number {
  return compareByCodePoint(dictionary.text(dictionary.foldOf(code)), fold(text)) || compareByCodePoint(dictionary.text(code), text);
}
