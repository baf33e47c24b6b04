import { LIMITS } from './limits';
import { type MissingValue, missingValueOf, missingValueOfKey, refuseMissing } from './missing-value';
import type { RawText, Reader } from './reader';
import { SelectorError } from './selector-error';
import { endsBareWord, quote, readMatch, spellKey } from './spelling';
import { describeTerm, termNamed, type TermName } from './terms';
import { refuseLoneOperator, refuseMoreSigns } from './refuse-operator';
import { refuseQuotes } from './refuse-quotes';
import { refuseBrackets, refuseUnseparated } from './refuse-set';
import { refuseSign, refuseUnknownField, refuseWord } from './refuse-term';
import { type Comparison, type FieldTerm, type FreeText, KEY_SPACES, type KeySpace, type KeyTerm, RELATIONS, type Selector, type Term, type TextMatch, type Value } from './tree';
import type { RawValue } from './refuse-value';
import { isEquality, typeFieldValue, typeKeyValue } from './type-value';

/** What a term needs of the parser around it. */
export interface TermContext {
  reader: Reader;
  parseRelationScope(start: number): Selector;
}

/** Reads one term; it is known that a word, a quote or a sign starts here. */
export function parseTerm(context: TermContext): Term {
  const { reader } = context;
  const start = reader.position;
  const name = reader.identifierAhead();
  if (name !== undefined) {
    reader.position = start + name.length;
    const relation = RELATIONS.find((known) => known === name);
    if (relation !== undefined && reader.take('(')) {
      const selector = context.parseRelationScope(start);
      return { type: 'relation', relation, selector, at: reader.spanFrom(start) };
    }
    const operator = reader.readOperator();
    if (operator !== undefined) return parseOperation(reader, start, name, operator);
    reader.position = start;
  }
  return parseFreeText(reader);
}

function parseOperation(reader: Reader, start: number, name: string, { op, spelled }: Operator): Term {
  const space = KEY_SPACES.find((known) => known === name);
  if (space !== undefined) return parseKeyTerm(reader, start, space, spelled);
  refuseMoreSigns(reader, spelled);
  const field = termNamed(name);
  if (field !== undefined) return parseFieldTerm(reader, start, field, op);
  return refuseUnknownField(reader, start, name, spelled);
}

interface Operator {
  op: Comparison;
  spelled: string;
}

function parseFieldTerm(reader: Reader, start: number, field: TermName, op: Comparison): FieldTerm {
  const { type } = describeTerm(field);
  if (!isEquality(op) && type !== 'number' && type !== 'version' && type !== 'time') {
    const place = { position: reader.position - op.length, length: op.length, suggestion: ':' };
    throw new SelectorError(`${field} has no order; it takes : and !=`, place);
  }
  const values = parseValues(reader, start, op, missingValueOf(field, op), (raw) => typeFieldValue(field, op, raw));
  return { type: 'field', field, op, values, at: reader.spanFrom(start) };
}

function parseKeyTerm(reader: Reader, start: number, space: KeySpace, spelled: string): KeyTerm {
  if (spelled !== ':') {
    const signs = /^[=:]*/.exec(reader.text.slice(reader.position))?.[0].length ?? 0;
    const place = { position: reader.position - spelled.length, length: spelled.length + signs, suggestion: ':' };
    throw new SelectorError(`${space} needs a key: ${space}:KEY or ${space}:KEY=VALUE`, place);
  }
  const key = parseKey(reader, space);
  const opStart = reader.position;
  const operator = reader.readOperator();
  if (operator?.spelled === ':') {
    const place = { position: opStart, length: 1, suggestion: '=' };
    throw new SelectorError(`after the key of a ${space} stands =, not :`, place);
  }
  if (operator === undefined) return { type: 'key', space, key, at: reader.spanFrom(start) };
  refuseMoreSigns(reader, operator.spelled);
  const { op } = operator;
  const missing = missingValueOfKey(reader.text.slice(start, opStart), op);
  const values = parseValues(reader, start, op, missing, (raw) => typeKeyValue(op, raw));
  return { type: 'key', space, key, comparison: { op, values }, at: reader.spanFrom(start) };
}

function parseKey(reader: Reader, space: KeySpace): TextMatch {
  const start = reader.position;
  const quoted = reader.peek() === '"';
  const text = quoted ? reader.readQuoted().text : reader.readKey();
  if (text === '') {
    throw new SelectorError(`the key is missing: ${space}:KEY, or ${space}:* for any`, { position: start, length: reader.position - start });
  }
  const key: TextMatch = quoted ? { type: 'text', text } : readMatch(text);
  const rest = quoted ? '' : reader.bareAhead().split(':')[0] ?? '';
  if (rest !== '') {
    const whole = text + rest;
    const place = { position: start, length: reader.position + rest.length - start, suggestion: spellKey({ type: 'text', text: whole }) };
    throw new SelectorError(`a key with the character ${rest.charAt(0)} stands in quotes`, place);
  }
  return { ...key, at: reader.spanFrom(start) };
}

function parseValues(reader: Reader, termStart: number, op: Comparison, missing: MissingValue, type: (raw: RawValue) => Value): Value[] {
  const start = reader.position;
  const parse = () => parseRaw(reader) ?? refuseMissing(reader, termStart, missing);
  const raws = reader.peek() === '(' ? parseSet(reader, parse) : parseList(reader, parse);
  if (raws.length > LIMITS.setMembers) {
    throw new SelectorError(`a set has at most ${LIMITS.setMembers} members, this one has ${raws.length}`, reader.spanFrom(start));
  }
  if (raws.length > 1 && !isEquality(op)) {
    throw new SelectorError(`${op} takes exactly one value`, reader.spanFrom(start));
  }
  return raws.map((raw) => type({ ...raw, termStart: raws.length === 1 ? termStart : undefined }));
}

function parseList(reader: Reader, parse: () => RawText) {
  const raws = [parse()];
  while (reader.take(',')) raws.push(parse());
  refuseBrackets(raws);
  return raws;
}

function parseSet(reader: Reader, parse: () => RawText) {
  const open = reader.position;
  reader.take('(');
  const raws = [];
  do {
    reader.skipSpace();
    raws.push(parse());
    reader.skipSpace();
  } while (reader.take(','));
  if (reader.take(')')) return raws;
  if (reader.peek() === '') throw reader.unclosed(open);
  return refuseUnseparated(reader, open);
}

/** One value; undefined where none stands. */
function parseRaw(reader: Reader): RawText | undefined {
  if (reader.peek() === '"') return reader.readQuoted();
  const raw = reader.readBare();
  if (raw.text !== '') {
    refuseQuotes(reader.text, raw);
    return raw;
  }
  const { position } = raw.at;
  if (reader.text.charAt(position - 1) === ',' && /^\s*(?:\)|$)/.test(reader.text.slice(position))) {
    throw new SelectorError('a value is missing after this comma', { position: position - 1, length: 1, suggestion: '' });
  }
  const [, next] = /^\s+([A-Za-z_]\w*)(?:[:=<>]|!=)/.exec(reader.text.slice(position)) ?? [];
  if (next !== undefined && reader.text.charAt(position - 1) === ',') {
    throw new SelectorError(`${next} is another field: its term begins after a space, not after a comma`, { position: position - 1, length: 1, suggestion: '' });
  }
  return undefined;
}

function parseFreeText(reader: Reader): FreeText {
  const start = reader.position;
  if (reader.peek() === '"') {
    const { text, at } = reader.readQuoted();
    if (text === '') throw new SelectorError('there is nothing to search for in these quotes', { ...at, suggestion: '' });
    return { type: 'text', value: { type: 'text', text }, at };
  }
  const { text, at } = reader.readBare();
  const next = reader.peek();
  if (text === '') {
    refuseLoneOperator(reader);
    throw new SelectorError(`${next} does not belong here; quote it to search for it`, { position: start, length: 1, suggestion: quote(next) });
  }
  refuseQuotes(reader.text, { text, quoted: false, at });
  refuseSign(reader, text, at);
  if (next !== '' && endsBareWord(next) && !/[\s)]/.test(next)) refuseWord(reader, start, text);
  if (next === '!') refuseWord(reader, start, text);
  return { type: 'text', value: readMatch(text), at };
}
