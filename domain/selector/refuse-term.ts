import { FIELD_NAMES, FIELDS } from '../fields';
import { nearest } from './nearest';
import type { Reader } from './reader';
import { refuseCall } from './refuse-call';
import { SelectorError } from './selector-error';
import { FOREIGN_KEYWORDS, quote, spellKey, spellValue, spellWord } from './spelling';
import { TERM_NAMES, termNamed } from './terms';
import { KEY_SPACES, RELATIONS, type Span } from './tree';

/** What people type who know another product, beside the names in JSON. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(FIELD_NAMES.map((name) => [FIELDS[name].json.toLowerCase(), name])),
  state: 'status',
  hostname: 'name',
  labels: 'label',
  annotations: 'annotation',
  children_count: 'children',
  seen: 'last_seen',
  age: 'first_seen',
  host: 'name',
  author: 'owner',
  user: 'owner',
  assignee: 'owner',
  address: 'ip',
  exists: 'has',
  _exists_: 'has',
  missing: 'no',
  _missing_: 'no',
};

const KNOWN_NAMES = [...TERM_NAMES, ...KEY_SPACES];

/** A name before an operator that is no field: a slip in a known name, or the key of a tag. */
export function refuseUnknownField(reader: Reader, start: number, name: string, spelled: string): never {
  if (name === 'sort') {
    readRest(reader);
    throw new SelectorError('the order is no part of a query; it is chosen at the heads of the columns, or by sort= of the API', { ...reader.spanFrom(start), suggestion: '' });
  }
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
  const relation = RELATIONS.find((known) => known === name);
  if (relation !== undefined) {
    const suggestion = `${relation}(${value.replace(/^\(|\)$/g, '')})`;
    throw new SelectorError(`what is asked of a relative stands in parentheses: ${suggestion}`, { position: start, length, suggestion });
  }
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
    const suggestion = value === '' ? quote(reader.sliceFrom(start)) : `${spellDotted(word)}${spelled}${value}`;
    throw new SelectorError(`${word} is no field; did you mean ${suggestion}?`, { position: start, length: reader.position - start, suggestion });
  }
  if (reader.peek() === ',') refuseComma(reader, start, word);
  refuseCall(reader, start);
  const relation = reader.peek() === '(' ? nearest(word, RELATIONS) : undefined;
  if (relation !== undefined) {
    throw new SelectorError(`there is no relation ${word}; did you mean ${relation}(?`, { position: start, length: word.length, suggestion: relation });
  }
  throw new SelectorError('a space is missing here', { position: sign, suggestion: ' ' });
}

const DOTTED = /^(tag|label|annotation)s?(?:\.|\[['"]?)(.+?)['"]?\]?$/i;

/** `labels.region` of other languages; a name with dots comes from the system, any other from people. */
function spellDotted(word: string): string {
  const [, space, key = word] = DOTTED.exec(word) ?? [];
  const from = space?.toLowerCase() ?? (/^\w+(\.\w+)+$/.test(word) ? 'label' : 'tag');
  return `${from}:${spellKey({ type: 'text', text: key.toLowerCase() })}`;
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
