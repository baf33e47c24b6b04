import { type TextMatch } from './tree';

/** White space separates; the others are signs of the language. Everything else may stand in a bare word. */
const NOT_BARE = /[\s,()"=<>]/;

export const endsBareWord = (char: string): boolean => NOT_BARE.test(char);

export const KEYWORDS = ['AND', 'OR', 'NOT'] as const;

/** Text in quotes, in which only the quote and the backslash are escaped. */
export const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const BARE_VALUE = /^[^\s,()"=<>!*\\]+$/;
const BARE_KEY = /^[\p{L}\p{M}\p{N}._/-]+$/u;
const LOOKS_LIKE_FIELD = /^@?[A-Za-z_][A-Za-z0-9_]*:|^@[\w.-]+:/;

/** Quotes that are none here, at the start of a word and around it. */
export const CURLY_QUOTE = /^[“”„‟«»]/;
export const SINGLE_QUOTED = /^['‘’`](.+)['‘’`]$/;
const looksQuoted = (text: string): boolean => CURLY_QUOTE.test(text) || SINGLE_QUOTED.test(text);

/** Words of other languages for AND and OR: refused, so that nobody takes them for words to search for. */
export const FOREIGN_KEYWORDS: Readonly<Record<string, string>> = { '&&': 'AND', '||': 'OR' };

/** A value as it stands after an operator. */
export function spellValue(match: TextMatch): string {
  if (match.type === 'pattern') return match.pattern;
  return BARE_VALUE.test(match.text) && !match.text.includes('..') && !looksQuoted(match.text) ? match.text : quote(match.text);
}

/** A key as it stands after `tag:`. */
export function spellKey(key: TextMatch): string {
  if (key.type === 'pattern') return key.pattern;
  return BARE_KEY.test(key.text) ? key.text : quote(key.text);
}

/** A word of free text: quoted where it would be read as something else. */
export function spellWord(match: TextMatch): string {
  if (match.type === 'pattern') return match.pattern;
  const { text } = match;
  const reserved = text.startsWith('-') || LOOKS_LIKE_FIELD.test(text) || (KEYWORDS as readonly string[]).includes(text) || Object.hasOwn(FOREIGN_KEYWORDS, text);
  return BARE_VALUE.test(text) && !reserved && !looksQuoted(text) ? text : quote(text);
}

/** How a bare word or key is read: as a pattern when it has a star. */
export const readMatch = (text: string): TextMatch =>
  text.includes('*') ? { type: 'pattern', pattern: text } : { type: 'text', text };

/** The same for a word that may stand in quotes, where a star is a star. */
export const readText = ({ text, quoted }: { text: string; quoted: boolean }): TextMatch => (quoted ? { type: 'text', text } : readMatch(text));
