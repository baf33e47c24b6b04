import type { FacetValue } from '../facet-counts';
import { fold } from '../fold';
import { editDistance, nearest } from './nearest';

const MIN_LENGTH = 4;
/** A slip is rarer than what was meant. */
const TIMES_RARER = 3;
const ONE_LETTER = 1.25;

/** Which values look like a slip of a commoner one: by value, the one that was meant. */
export function nearDuplicates(values: readonly FacetValue[]): Map<string, string> {
  const slips = new Map<string, string>();
  for (const { value, count } of values) {
    if (value.length < MIN_LENGTH || /\d/.test(value)) continue;
    const meant = values.find((other) => other.count >= count * TIMES_RARER && isOneLetterOff(fold(value), fold(other.value)));
    if (meant) slips.set(value, meant.value);
  }
  return slips;
}

const isOneLetterOff = (a: string, b: string): boolean => a !== b && Math.abs(a.length - b.length) <= 1 && editDistance(a, b) <= ONE_LETTER;

/** What was probably meant by a value that nothing has: a slip of the finger, or a shorter or longer spelling. The commonest first. */
export function nearestValue(asked: string, values: readonly FacetValue[]): string | undefined {
  const word = fold(asked);
  const known = values.map(({ value }) => value).filter((value) => value !== '' && fold(value) !== word);
  const abbreviated = known.find((value) => isAbbreviation(word, fold(value)));
  return nearest(word, known) ?? abbreviated;
}

const MIN_COMMON = 3;
const isAbbreviation = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= MIN_COMMON && (a.startsWith(b) || b.startsWith(a));
