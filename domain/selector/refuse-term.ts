import { FIELD_NAMES, FIELDS } from '../fields';
import { nearest } from './nearest';
import type { Reader } from './reader';
import { SelectorError } from './selector-error';
import { quote, spellKey, spellValue, spellWord } from './spelling';
import { TERM_NAMES } from './terms';
import { KEY_SPACES, RELATIONS } from './tree';

/** What people type who know another product, beside the names in JSON. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(FIELD_NAMES.map((name) => [FIELDS[name].json.toLowerCase(), name])),
  state: 'status',
  hostname: 'name',
  labels: 'label',
  annotations: 'annotation',
  children_count: 'children',
  seen: 'last_seen',
};

const KNOWN_NAMES = [...TERM_NAMES, ...KEY_SPACES];

/** A name before an operator that is no field: a slip in a known name, or the key of a tag. */
export function refuseUnknownField(reader: Reader, start: number, name: string, spelled: string): never {
  const close = OTHER_NAMES[name.toLowerCase()] ?? nearest(name, KNOWN_NAMES);
  if (close !== undefined) {
    throw new SelectorError(`there is no field ${name}; did you mean ${close}${spelled}?`, {
      position: start,
      length: name.length,
      suggestion: close,
    });
  }
  const value = readRest(reader);
  const length = reader.position - start;
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
    const suggestion = value === '' ? quote(reader.sliceFrom(start)) : `tag:${spellKey({ type: 'text', text: word.toLowerCase() })}${spelled}${value}`;
    throw new SelectorError(`${word} is no field; did you mean ${suggestion}?`, { position: start, length: reader.position - start, suggestion });
  }
  if (reader.peek() === ',') refuseComma(reader, start, word);
  const relation = reader.peek() === '(' ? nearest(word, RELATIONS) : undefined;
  if (relation !== undefined) {
    throw new SelectorError(`there is no relation ${word}; did you mean ${relation}(?`, { position: start, length: word.length, suggestion: relation });
  }
  throw new SelectorError('a space is missing here', { position: sign, suggestion: ' ' });
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
