import { fold } from '@/domain/fold';
import { printValue } from '@/domain/selector/print-selector';
import type { TextMatch, Value } from '@/domain/selector/tree';
import { wildcardMatcher } from '@/domain/selector/wildcard';
import { type Bits, setBit } from './bits';
import type { CodeQuestion } from './code-filter';
import type { Dictionary } from './dictionary';
import { addCodesWith, isNowhere, type Place } from './dictionary-search';

/** Any question about the folded text that has no quicker way than to ask it of each. */
export function foldedQuestion(dictionary: Dictionary, name: string, test: (folded: string) => boolean): CodeQuestion {
  return { name, accepts: (code) => test(dictionary.text(dictionary.foldOf(code))) };
}

/** Whether the folded text equals one of the texts or fits one of the patterns. */
export function textQuestion(dictionary: Dictionary, matches: readonly TextMatch[]): CodeQuestion {
  const texts = new Set(matches.flatMap((match) => (match.type === 'text' ? [fold(match.text)] : [])));
  const patterns = matches.flatMap((match) => (match.type === 'pattern' ? [fold(match.pattern)] : []));
  const tests = patterns.map(wildcardMatcher);
  const { accepts } = foldedQuestion(dictionary, '', (folded) => texts.has(folded) || tests.some((test) => test(folded)));
  return {
    name: `=${matches.map(printValue).join(',')}`,
    accepts,
    addAccepted(accepted) {
      for (const text of texts) {
        const entry = dictionary.find(text);
        // A text may be here only as some resource's spelling of another folded form.
        if (entry > 0 && dictionary.foldOf(entry) === entry) dictionary.eachSpelling(entry, (code) => setBit(accepted, code));
      }
      for (const pattern of patterns) addCodesLike(accepted, dictionary, pattern);
    },
  };
}

const nameOf = (place: Place, text: string): string => `${place}~${text}`;

/** Whether the folded text contains this one, or begins with it. */
export function placeQuestion(dictionary: Dictionary, text: string, place: Place): CodeQuestion {
  const test = place === 'anywhere' ? (folded: string) => folded.includes(text) : (folded: string) => folded.startsWith(text);
  return {
    ...foldedQuestion(dictionary, nameOf(place, text), test),
    isVain: () => isNowhere(dictionary, text, place),
    addAccepted: (accepted, among) => addCodesWith(accepted, dictionary, { text, place, among }),
    // A word is typed letter by letter.
    within: () => Array.from(text, (_, letters) => nameOf(place, text.slice(0, text.length - letters))).slice(1),
  };
}

/** Adds the codes whose folded text fits the pattern: found by its longest run without a star. */
function addCodesLike(accepted: Bits, dictionary: Dictionary, pattern: string): void {
  const needle = pattern.split('*').reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
  const isPrefix = needle !== '' && pattern === `${needle}*`;
  const isPart = needle !== '' && pattern === `*${needle}*`;
  addCodesWith(accepted, dictionary, { text: needle, place: isPrefix ? 'start' : 'anywhere', test: isPrefix || isPart ? undefined : wildcardMatcher(pattern) });
}

const isText = (value: Value): value is TextMatch => value.type === 'text' || value.type === 'pattern';

export const textsAmong = (values: readonly Value[]): TextMatch[] => values.filter(isText);
