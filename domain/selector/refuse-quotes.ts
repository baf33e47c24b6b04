import type { RawText } from './reader';
import { SelectorError } from './selector-error';
import { CURLY_QUOTE, quote, SINGLE_QUOTED } from './spelling';
import { spellLike } from './spell-regex';

const CURLY_END = /[“”„‟«»]/;

/** Refuses a word in quotes that are none here: typographic ones and single ones. */
export function refuseQuotes(text: string, { text: word, at }: RawText): void {
  if (CURLY_QUOTE.test(word)) {
    const rest = text.slice(at.position + 1);
    const end = rest.search(CURLY_END);
    const inner = end < 0 ? word.slice(1) : rest.slice(0, end);
    throw new SelectorError('text stands in straight double quotes', {
      position: at.position,
      length: end < 0 ? at.length : end + 2,
      suggestion: inner === '' ? '' : quote(inner),
    });
  }
  const inner = SINGLE_QUOTED.exec(word)?.[1];
  if (inner !== undefined) throw new SelectorError('single quotes mean nothing here; text stands in double quotes', { ...at, suggestion: spellLike(inner) });
}
