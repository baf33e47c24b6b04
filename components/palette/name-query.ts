import { printSelector } from '@/domain/selector/print-selector';
import { allOf } from '@/domain/selector/selector-parts';
import type { SelectorNode } from '@/domain/selector/tree';

/** What a pattern would not take as it stands. */
const NO_PATTERN = /[,()"'=<>!*\\~:&|]|\.\./;

/** Picks the resources whose name contains every word of a text, as it stands; words with signs are looked for in values too. */
export function nameQuery(typed: string): string {
  const words = typed.split(/\s+/).filter((word) => word !== '');
  return words.length === 0 ? '' : printSelector(allOf(words.map(termOf)));
}

function termOf(word: string): SelectorNode {
  if (NO_PATTERN.test(word)) return { type: 'text', value: { type: 'text', text: word } };
  return { type: 'field', field: 'name', op: '=', values: [{ type: 'pattern', pattern: `*${word}*` }] };
}
