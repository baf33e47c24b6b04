import { dottedTerm } from './dotted-term';
import { nearest } from './nearest';
import { readNetwork } from './network-value';
import { isNoPart, meantName, meantTerm } from './other-names';
import type { Reader } from './reader';
import { refuseCall } from './refuse-call';
import { SelectorError } from './selector-error';
import { FOREIGN_KEYWORDS, KEYWORDS, quote, spellKey, spellValue, spellWord } from './spelling';
import { termNamed } from './terms';
import { RELATIONS, type Span } from './tree';

/** A name before an operator that is no field: a slip in a known name, or the key of a tag. */
export function refuseUnknownField(reader: Reader, start: number, name: string, spelled: string): never {
  if (isNoPart(name)) {
    readRest(reader);
    throw new SelectorError('order and number of rows are no part of a query; the order is chosen at the heads of the columns, or by sort= of the API', { ...reader.spanFrom(start), suggestion: '' });
  }
  const valueStart = reader.position;
  const term = meantTerm(name, readRest(reader));
  if (term !== undefined) throw new SelectorError(`there is no field ${name}; did you mean ${term}?`, { ...reader.spanFrom(start), suggestion: term });
  reader.position = valueStart;
  const close = meantName(name);
  if (close !== undefined) {
    throw new SelectorError(`there is no field ${name}; did you mean ${close}${spelled}?`, {
      position: start,
      length: name.length,
      suggestion: close,
    });
  }
  const value = readRest(reader);
  const length = reader.position - start;
  const relation = RELATIONS.find((known) => known === name);
  if (relation !== undefined) {
    const suggestion = `${relation}(${value.replace(/^\(|\)$/g, '')})`;
    throw new SelectorError(`what is asked of a relative stands in parentheses: ${suggestion}`, { position: start, length, suggestion });
  }
  const address = `${name}${spelled}${value}`;
  if (readNetwork(address) !== undefined) throw new SelectorError(`there is no field ${name}; did you mean ip:${address}?`, { position: start, length, suggestion: `ip:${address}` });
  if (value === '' || spelled === ':' && value.startsWith('//')) {
    const text = reader.sliceFrom(start);
    throw new SelectorError(`there is no field ${name}; to search for the text, quote it`, { position: start, length, suggestion: quote(text) });
  }
  const key = spellKey({ type: 'text', text: name.toLowerCase() });
  const suggestion = `tag:${key}${spelled === ':' ? '=' : spelled}${value}`;
  throw new SelectorError(`there is no field ${name}; did you mean ${suggestion}?`, { position: start, length, suggestion });
}

/** A bare word directly before a sign that cannot stand in it. */
export function refuseWord(reader: Reader, start: number, word: string): never {
  const sign = reader.position;
  const { op, spelled } = reader.readOperator() ?? {};
  if (op !== undefined && spelled !== undefined) {
    const value = readRest(reader);
    const suggestion = value === '' ? quote(reader.sliceFrom(start)) : dottedTerm(word, spelled, value);
    throw new SelectorError(`${word} is no field; did you mean ${suggestion}?`, { position: start, length: reader.position - start, suggestion });
  }
  if (reader.peek() === ',') refuseComma(reader, start, word);
  refuseCall(reader, start);
  const keyword = KEYWORDS.find((known) => known.toLowerCase() === word);
  if (keyword !== undefined) throw new SelectorError(`${word} is searched for as a word; in capitals it joins terms`, { position: start, length: word.length, suggestion: keyword });
  const relation = reader.peek() === '(' ? nearest(word === 'children' ? 'child' : word, RELATIONS) : undefined;
  if (relation !== undefined) {
    throw new SelectorError(`there is no relation ${word}; did you mean ${relation}(?`, { position: start, length: word.length, suggestion: relation });
  }
  throw new SelectorError('a space is missing here', { position: sign, suggestion: ' ' });
}

const FACET = /^@([\w.-]+):(.*)$/;

/** Refuses a word that other languages use as a sign: `&&`, `||`, `@field:value`. */
export function refuseSign(reader: Reader, word: string, at: Span): void {
  const keyword = Object.hasOwn(FOREIGN_KEYWORDS, word) ? FOREIGN_KEYWORDS[word] : undefined;
  if (keyword !== undefined) throw new SelectorError(`${word} is no word of the language; it is ${keyword}`, { ...at, suggestion: keyword });
  const [, name, value] = FACET.exec(word) ?? [];
  if (name === undefined || value === undefined) return;
  const isCompared = value === '' && '=<>!'.includes(reader.peek());
  const start = termNamed(name) === undefined ? `label:${spellKey({ type: 'text', text: name.toLowerCase() })}${isCompared ? '' : '='}` : `${name}${isCompared ? '' : ':'}`;
  throw new SelectorError(`no @ stands before a name; did you mean ${start}${value}?`, { ...at, suggestion: start + value });
}

function refuseComma(reader: Reader, start: number, word: string): never {
  const words = [word];
  while (reader.take(',')) words.push(reader.readBare().text);
  const wanted = words.filter((text) => text !== '').map((text) => spellWord({ type: 'text', text }));
  const suggestion = wanted.length > 1 ? `(${wanted.join(' OR ')})` : wanted.join('');
  throw new SelectorError('a comma stands only between the values of one field; between words say OR', {
    position: start,
    length: reader.position - start,
    suggestion,
  });
}

/** The values after an operator as they should be spelled, '' when there are none. */
function readRest(reader: Reader): string {
  if (reader.peek() === '"') return spellValue({ type: 'text', text: reader.readQuoted().text });
  const start = reader.position;
  const close = reader.peek() === '(' ? reader.text.indexOf(')', start) : -1;
  if (close >= 0) {
    reader.position = close + 1;
    return reader.sliceFrom(start);
  }
  do {
    reader.readBare();
  } while (reader.take(','));
  return reader.sliceFrom(start);
}
