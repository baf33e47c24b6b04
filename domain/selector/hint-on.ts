import { fold } from '../fold';
import { scanQuery, type Token } from './scan-query';
import type { ErrorPlace } from './selector-error';
import { readMatch, spellKey, spellValue } from './spelling';
import { spellLike, spellRegex } from './spell-regex';
import { isPresence, termNamed } from './terms';
import { type Selector, termsOf } from './tree';

/** What a person may have meant by a query that is right as it stands, and how that is written. */
export interface Hint extends ErrorPlace {
  message: string;
  length: number;
  suggestion: string;
}

const KEYWORDS = new Set(['and', 'or', 'not']);
const DOTTED = /^([A-Za-z]\w*(?:\.[\w-]+)+):(?=\D)(.+)$/;
const NULLS = new Set(['null', 'none', 'nil', 'undefined']);

/** The first place where a query, understood as it is, looks like another language; undefined when nothing does. */
export function hintOn(text: string, selector: Selector): Hint | undefined {
  const tokens = scanQuery(text).filter(({ type }) => type !== 'space');
  const isOnlyWords = [...termsOf(selector)].every(({ type }) => type === 'text');
  const words = tokens.map((token) => text.slice(token.position, token.position + token.length));
  for (const [i, token] of tokens.entries()) {
    const word = words[i] ?? '';
    const hint = token.type === 'text' ? (hintOnWords(tokens, words, i) ?? hintOnWord(word, isOnlyWords, i < tokens.length - 1)) : hintOnValue(token, word, tokens[i - 2]);
    if (hint !== undefined) return { position: token.position, length: word.length, ...hint };
  }
  return undefined;
}

type Found = Omit<Hint, 'position' | 'length'> & { position?: number; length?: number };

function hintOnWord(word: string, isOnlyWords: boolean, isFollowed: boolean): Found | undefined {
  const keyword = word.toLowerCase();
  if (!isOnlyWords && KEYWORDS.has(keyword) && isFollowed) {
    return { message: `${word} is searched for as a word; in capitals it joins terms`, suggestion: word.toUpperCase() };
  }
  const [, key, value] = DOTTED.exec(word) ?? [];
  if (key === undefined || value === undefined) return undefined;
  const [, space, rest = key] = /^(tag|label|annotation)s?\.(.+)$/i.exec(key) ?? [];
  const term = `${space?.toLowerCase() ?? 'label'}:${spellKey({ type: 'text', text: rest.toLowerCase() })}=${spellValue(readMatch(value))}`;
  return { message: `${word} is searched for as a text; a label is asked for by ${term}`, suggestion: term };
}

/** `name like "%web%"`, `owner is null`, `- tag:x`: several words that are one term. */
function hintOnWords(tokens: readonly Token[], words: readonly string[], at: number): Found | undefined {
  const [name = '', ...after] = words.slice(at, at + 4);
  const next = tokens[at + 1];
  const start = tokens[at]?.position ?? 0;
  if ((name === '-' || name === '!') && next !== undefined && next.type !== 'keyword') {
    return { message: 'a minus touches what it negates', length: next.position - start, suggestion: '-' };
  }
  const field = termNamed(name);
  const isNegated = after.slice(0, 2).some((word) => word.toLowerCase() === 'not');
  const [verb, value] = isNegated ? after.filter((word) => word.toLowerCase() !== 'not') : after;
  const end = tokens[at + (isNegated ? 3 : 2)];
  if (field === undefined || verb === undefined || value === undefined || end?.type !== 'text') return undefined;
  const term = verbTerm(field, verb.toLowerCase(), value.replace(/^"(.*)"$/, '$1'), isNegated);
  return term === undefined ? undefined : { message: `these words are searched for; did you mean ${term}?`, length: end.position + end.length - start, suggestion: term };
}

function verbTerm(field: string, verb: string, value: string, isNegated: boolean): string | undefined {
  const sign = isNegated ? '-' : '';
  switch (verb) {
    case 'is':
      if (NULLS.has(fold(value)) && isPresence(field)) return `${isNegated ? 'has' : 'no'}:${field}`;
      return `${sign}${field}:${spellValue(readMatch(value))}`;
    case 'in':
    case 'equals':
      return `${sign}${field}:${spellValue(readMatch(value))}`;
    case 'like':
    case 'ilike':
      return `${sign}${field}:${spellLike(value)}`;
    case 'contains':
    case 'includes':
    case 'matches':
    case '~':
      return `${sign}${field}:${spellLike(`%${value.replace(/^%|%$/g, '')}%`)}`;
    default:
      return undefined;
  }
}

/** `owner:null`, `name:/web.*\/`: a value that other languages read otherwise. */
function hintOnValue({ type, field, key, position }: Token, word: string, named: Token | undefined): Found | undefined {
  if (type !== 'value' || field === undefined) return undefined;
  const regex = /^\/(.+)\/$/.exec(word)?.[1];
  const pattern = regex === undefined ? undefined : spellRegex(`.*${regex}.*`);
  if (pattern !== undefined) return { message: 'there are no regular expressions; * stands for any text', suggestion: pattern.replace(/\*+/g, '*') };
  const known = termNamed(field);
  if (!NULLS.has(fold(word)) || named === undefined) return undefined;
  const missing = key !== undefined ? `-${field}:${key}` : known !== undefined && isPresence(known) ? `no:${known}` : undefined;
  const start = key === undefined ? named.position : named.position - field.length - 1;
  return missing === undefined
    ? undefined
    : { message: `this asks for the text ${word}; what is missing is asked for by ${missing}`, position: start, length: position + word.length - start, suggestion: missing };
}
