import { fold } from '../fold';
import { dottedTerm } from './dotted-term';
import { foreignPhrase } from './foreign-phrases';
import type { Hint } from './hint';
import { scanQuery, type Token } from './scan-query';
import { readMatch, spellValue } from './spelling';
import { spellLike, spellRegexLoosely, spellSet } from './spell-regex';
import { isPresence, termNamed } from './terms';
import { type Selector, termsOf } from './tree';

const KEYWORDS = new Set(['and', 'or', 'not']);
/** Names with dots or dashes, which no field has. */
const DOTTED = /^([A-Za-z]\w*(?:\.[\w-]+|-[A-Za-z]+)+):(?=[^\d:])(.+)$/;
const REGEX = /^\/(.+)\/$/;
const NO_REGEX = 'there are no regular expressions; * stands for any text';
const NULLS = new Set(['null', 'none', 'nil', 'undefined']);

/** The first place where a query, understood as it is, looks like another language; undefined when nothing does. */
export function hintOn(text: string, selector: Selector): Hint | undefined {
  const phrase = foreignPhrase(text);
  if (phrase !== undefined) return phrase;
  const tokens = scanQuery(text).filter(({ type }) => type !== 'space');
  const isOnlyWords = [...termsOf(selector)].every(({ type }) => type === 'text');
  const words = tokens.map((token) => text.slice(token.position, token.position + token.length));
  for (const [i, token] of tokens.entries()) {
    const word = words[i] ?? '';
    const hint = token.type === 'text' ? (hintOnMinus(tokens, word, i) ?? hintOnWord(word, isOnlyWords, i < tokens.length - 1)) : (hintOnJoined(tokens, words, i) ?? hintOnValue(token, word, tokens[i - 2]));
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
  const regex = REGEX.exec(word)?.[1];
  if (regex !== undefined) return { message: NO_REGEX, suggestion: spellRegexLoosely(regex) };
  const [, key, value] = DOTTED.exec(word) ?? [];
  if (key === undefined || value === undefined) return undefined;
  const term = dottedTerm(key, ':', spellValue(readMatch(value)));
  return { message: `${word} is searched for as a text; did you mean ${term}?`, suggestion: term };
}

/** `- tag:x`: a minus by itself. */
function hintOnMinus(tokens: readonly Token[], word: string, at: number): Found | undefined {
  const next = tokens[at + 1];
  if ((word !== '-' && word !== '!') || next === undefined || next.type === 'keyword') return undefined;
  return { message: 'a minus touches what it negates', length: next.position - (tokens[at]?.position ?? 0), suggestion: '-' };
}

/** `owner:null`, `name:/web.*\/`: a value that other languages read otherwise. */
function hintOnValue({ type, field, key, position }: Token, word: string, named: Token | undefined): Found | undefined {
  if (type !== 'value' || field === undefined) return undefined;
  const regex = REGEX.exec(word)?.[1];
  if (regex !== undefined) return { message: NO_REGEX, suggestion: spellRegexLoosely(regex) };
  const plainer = plainerValue(word, field);
  if (plainer !== undefined) return { message: `this asks for the text ${word}; did you mean ${plainer}?`, suggestion: plainer };
  const known = termNamed(field);
  if (!NULLS.has(fold(word)) || named === undefined) return undefined;
  const missing = key !== undefined ? `-${field}:${key}` : known !== undefined && isPresence(known) ? `no:${known}` : undefined;
  const start = key === undefined ? named.position : named.position - field.length - 1;
  return missing === undefined
    ? undefined
    : { message: `this asks for the text ${word}; what is missing is asked for by ${missing}`, position: start, length: position + word.length - start, suggestion: missing };
}

/** `env:prod,service:web`: a value after a comma that looks like a term. */
function hintOnJoined(tokens: readonly Token[], words: readonly string[], at: number): Found | undefined {
  const word = words[at] ?? '';
  const comma = tokens[at - 1];
  // Where the values have colons throughout, they are values.
  const isAlike = tokens[at - 2]?.type !== 'value' || words[at - 2]?.includes(':') === true;
  if (tokens[at]?.type !== 'value' || comma?.type !== 'comma' || isAlike || !/^[A-Za-z_]\w*:[^:\d/]/.test(word)) return undefined;
  const start = tokens.findLastIndex(({ type }, i) => i < at && type !== 'comma' && type !== 'value');
  if (tokens[start]?.type === 'open') return undefined;
  return { message: `${word} is one of the values here; a term begins after a space`, position: comma.position, length: 1, suggestion: ' ' };
}

/** `web?`, `%web%`, `a|b`, `web~2`, `1.2.x`: signs that mean nothing here. */
function plainerValue(word: string, field: string): string | undefined {
  if (field === 'version' && /^[\d.]+\.x$/.test(word)) return `${word.slice(0, -1)}*`;
  if (/^%|%$/.test(word)) return spellLike(word);
  if (/^[\w.*-]+(?:\|[\w.*-]+)+$/.test(word)) return spellSet(word.split('|'));
  if (/^[\w.*?-]+$/.test(word) && word.includes('?')) return word.replace(/[?*]+/g, '*');
  return /^([\w.*-]+)[~^]\d*(?:\.\d+)?$/.exec(word)?.[1];
}
