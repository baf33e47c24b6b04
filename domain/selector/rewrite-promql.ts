import { SelectorError } from './selector-error';
import { spellKey, spellValue, spellWord } from './spelling';
import { spellRegex } from './spell-regex';

const BRACES = /^([A-Za-z_:][\w:]*)?\s*\{(.*)\}$/s;
const MATCHER = /\s*([A-Za-z_][\w.]*)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"\s*(?:,|$)/y;

/** Recognises a whole query that is a selector of Prometheus; the error suggests the same in this language. */
export function rewritePromql(text: string): SelectorError | undefined {
  const query = text.trim();
  const braces = BRACES.exec(query);
  const [, metric, inside = query] = braces ?? [];
  const terms = readMatchers(inside);
  if (terms === undefined || (braces === null && terms.length < 2)) return undefined;
  const suggestion = [...(metric === undefined ? [] : [spellWord({ type: 'text', text: metric })]), ...terms].join(' ');
  return new SelectorError(`this is a selector of Prometheus; here it is ${suggestion}`, { position: 0, length: text.length, suggestion });
}

function readMatchers(text: string): string[] | undefined {
  const terms: string[] = [];
  MATCHER.lastIndex = 0;
  while (MATCHER.lastIndex < text.length) {
    const [, key, op, value] = MATCHER.exec(text) ?? [];
    if (key === undefined || op === undefined || value === undefined) return undefined;
    const isRegex = op.includes('~');
    const values = isRegex ? spellRegex(value) : spellValue({ type: 'text', text: value });
    if (values === undefined) return undefined;
    terms.push(`tag:${spellKey({ type: 'text', text: key.toLowerCase() })}${op.startsWith('!') ? '!=' : '='}${values}`);
  }
  return terms.length > 0 ? terms : undefined;
}
