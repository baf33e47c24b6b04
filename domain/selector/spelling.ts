import { type TextMatch } from './tree';

/** White space separates; the others are signs of the language. Everything else may stand in a bare word. */
const NOT_BARE = /[\s,()"=<>]/;

export const endsBareWord = (char: string): boolean => NOT_BARE.test(char);

export const KEYWORDS = ['AND', 'OR', 'NOT'] as const;

/** Text in quotes, in which only the quote and the backslash are escaped. */
export const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const BARE_VALUE = /^[^\s,()"=<>!*\\]+$/;
const BARE_KEY = /^[\p{L}\p{M}\p{N}._/-]+$/u;
const LOOKS_LIKE_FIELD = /^[A-Za-z_][A-Za-z0-9_]*:/;

/** A value as it stands after an operator. */
export function spellValue(match: TextMatch): string {
  if (match.type === 'pattern') return match.pattern;
  return BARE_VALUE.test(match.text) && !match.text.includes('..') ? match.text : quote(match.text);
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
  const reserved = text.startsWith('-') || LOOKS_LIKE_FIELD.test(text) || (KEYWORDS as readonly string[]).includes(text);
  return BARE_VALUE.test(text) && !reserved ? text : quote(text);
}

/** How a bare word or key is read: as a pattern when it has a star. */
export const readMatch = (text: string): TextMatch =>
  text.includes('*') ? { type: 'pattern', pattern: text } : { type: 'text', text };
