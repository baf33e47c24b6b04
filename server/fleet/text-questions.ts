import { fold } from '@/domain/fold';
import { printValue } from '@/domain/selector/print-selector';
import type { TextMatch, Value } from '@/domain/selector/tree';
import { wildcardMatcher } from '@/domain/selector/wildcard';
import type { CodeQuestion } from './code-filter';
import type { Dictionary } from './dictionary';
import { entriesFrom, entriesWith } from './dictionary-search';

/** The entry is there at all. */
export const ANY_VALUE: CodeQuestion = { name: 'any', accepts: (code) => code !== 0 };

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
    acceptedAmong(onCode) {
      for (const text of texts) onSpellings(dictionary, dictionary.find(text), onCode);
      for (const pattern of patterns) onPattern(dictionary, pattern, onCode);
    },
  };
}

/** Whether the folded text contains this one, or begins with it. */
export function placeQuestion(dictionary: Dictionary, text: string, place: 'anywhere' | 'start'): CodeQuestion {
  const test = place === 'anywhere' ? (folded: string) => folded.includes(text) : (folded: string) => folded.startsWith(text);
  return {
    ...foldedQuestion(dictionary, `${place}~${text}`, test),
    acceptedAmong(onCode) {
      const entries = place === 'anywhere' ? entriesWith(dictionary, text) : entriesFrom(dictionary, text);
      for (const entry of entries) dictionary.eachSpelling(entry, onCode);
    },
  };
}

/** Hands over the codes whose folded text fits the pattern: found by its longest run without a star. */
function onPattern(dictionary: Dictionary, pattern: string, onCode: (code: number) => void): void {
  const test = wildcardMatcher(pattern);
  const pieces = pattern.split('*');
  const needle = pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
  if (needle === '') {
    for (let code = 1; code < dictionary.size; code++) if (test(dictionary.text(dictionary.foldOf(code)))) onCode(code);
    return;
  }
  const isPrefix = pattern === `${needle}*`;
  const isSure = isPrefix || pattern === `*${needle}*`;
  for (const entry of isPrefix ? entriesFrom(dictionary, needle) : entriesWith(dictionary, needle)) {
    if (isSure || test(dictionary.text(entry))) dictionary.eachSpelling(entry, onCode);
  }
}

function onSpellings(dictionary: Dictionary, folded: number, onCode: (code: number) => void): void {
  // A text may be here only as some resource's spelling of another folded form.
  if (folded === 0 || dictionary.foldOf(folded) !== folded) return;
  dictionary.eachSpelling(folded, onCode);
}

const isText = (value: Value): value is TextMatch => value.type === 'text' || value.type === 'pattern';

export const textsAmong = (values: readonly Value[]): TextMatch[] => values.filter(isText);
