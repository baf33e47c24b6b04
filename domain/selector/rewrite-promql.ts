import { meantField } from './other-names';
import { SelectorError } from './selector-error';
import { spellKey, spellValue, spellWord } from './spelling';
import { spellPattern, spellRegex } from './spell-regex';

const BRACES = /^(?:[a-z_]+\s*(?:by\s*\([^()]*\)\s*)?\(\s*)*([A-Za-z_:][\w:]*)?\s*\{([^{}]*)\}(?:\[\w+\])?[\s)]*(?:\|[=~]\s*"([^"\\]*)")?$/;
const MATCHER = /\s*([A-Za-z_][\w.]*)\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\.)*)"|'([^'\\]*)'|`([^`]*)`)\s*(?:,|$)/y;

/** Recognises a whole query that is a selector of Prometheus or Loki; the error suggests the same in this language. */
export function rewritePromql(text: string): SelectorError | undefined {
  const query = text.trim();
  const braces = BRACES.exec(query);
  const [, metric, inside = query, line] = braces ?? [];
  const terms = readMatchers(inside);
  if (terms === undefined || (braces === null && terms.length < 2)) return undefined;
  const words = [metric, line].filter((word) => word !== undefined).map((word) => spellWord({ type: 'text', text: word }));
  const suggestion = [...words, ...terms].join(' ');
  return new SelectorError(`this is a selector of Prometheus; here it is ${suggestion}`, { position: 0, length: text.length, suggestion });
}

function readMatchers(text: string): string[] | undefined {
  const terms: string[] = [];
  MATCHER.lastIndex = 0;
  while (MATCHER.lastIndex < text.length) {
    const [, key, op, ...quoted] = MATCHER.exec(text) ?? [];
    const value = quoted.find((each) => each !== undefined);
    if (key === undefined || op === undefined || value === undefined) return undefined;
    const isRegex = op.includes('~');
    const values = isRegex ? spellRegex(value) : spellValue({ type: 'text', text: value });
    if (values === undefined) return undefined;
    terms.push(`${keyTerm(key)}${op.startsWith('!') ? '!=' : '='}${values}`);
  }
  return terms.length > 0 ? terms : undefined;
}

const keyTerm = (key: string): string => `tag:${spellKey({ type: 'text', text: key.toLowerCase() })}`;

const SCOPE = /^[{[](.*)[}\]]$/s;
const PAIR = /\s*"?([A-Za-z_][\w./-]*)"?\s*:\s*(?:"([^"\\]*)"|([^\s,"{}[\]]+))\s*(?:,|$)/y;

/** `{env:prod,service:web}` of Datadog and `{"env": "prod"}` of JSON, as they are written here. */
export function rewriteScope(text: string): string | undefined {
  const [, inside] = SCOPE.exec(text.trim()) ?? [];
  if (inside === undefined) return undefined;
  const terms: string[] = [];
  PAIR.lastIndex = 0;
  while (PAIR.lastIndex < inside.length) {
    const [, key, quoted, bare] = PAIR.exec(inside) ?? [];
    const value = quoted ?? bare;
    if (key === undefined || value === undefined) return undefined;
    const field = meantField(key);
    terms.push(`${field === undefined ? `${keyTerm(key)}=` : `${field}:`}${spellPattern(value)}`);
  }
  return terms.length > 0 ? terms.join(' ') : undefined;
}
