import { KINDS } from '../kinds';
import { STATUSES } from '../status';
import { nearest } from './nearest';
import { readNetwork } from './network-value';
import { readNumber } from './number-value';
import type { RawText } from './reader';
import { SelectorError } from './selector-error';
import { quote, readMatch, spellKey, spellValue } from './spelling';
import { describeTerm, FLAGS, isPresence, isTermName, NOT_BUILT_YET, PRESENCES, termNamed, type TermName } from './terms';
import { readAge, readInstant } from './time-value';
import type { AgeValue, Comparison, InstantValue, NumberValue, TextMatch, Value, VersionValue } from './tree';
import { readVersion } from './version-value';

/** A value and where its term starts, when it is the term's only value: a suggestion may then replace the whole term. */
export interface RawValue extends RawText {
  termStart: number | undefined;
}

/** What the text means as a value of this field under this operator; an error when it cannot be one. */
export function typeFieldValue(field: TermName, op: Comparison, raw: RawValue): Value {
  const value = readFieldValue(field, op, raw);
  value.at = raw.at;
  return value;
}

/** The same for the value of a tag, a label or an annotation: text, or a number where it is compared as one. */
export function typeKeyValue(op: Comparison, raw: RawText): Value {
  const value = readKeyValue(op, raw);
  value.at = raw.at;
  return value;
}

function readKeyValue(op: Comparison, raw: RawText): Value {
  if (!isEquality(op)) return numberOf(raw.text) ?? refuse(raw, `${op} compares numbers, and this is none`);
  const range = rangeOf(raw, numberOf);
  if (range !== undefined) return { type: 'number-range', ...range };
  return textOf(raw);
}

function readFieldValue(field: TermName, op: Comparison, raw: RawValue): Value {
  const { type } = describeTerm(field);
  switch (type) {
    case 'text':
      return textOf(raw);
    case 'enum':
      return oneOf(`${field} has no value`, field === 'kind' ? KINDS : STATUSES, raw);
    case 'flag':
      return flagOf(raw);
    case 'presence':
      return presenceOf(field, raw);
    case 'uuid':
      return uuidOf(field, raw);
    case 'network':
      return networkOf(raw);
    case 'number':
      return numberValueOf(field, raw);
    case 'version':
      return versionValueOf(op, raw);
    case 'time':
      return timeValueOf(field, op, raw);
  }
}

export const isEquality = (op: Comparison): boolean => op === '=' || op === '!=';

function refuse(raw: RawText, message: string, suggestion?: string): never {
  throw new SelectorError(message, { ...raw.at, suggestion });
}

const textOf = (raw: RawText): TextMatch => (raw.quoted ? { type: 'text', text: raw.text } : readMatch(raw.text));

const numberOf = (text: string): NumberValue | undefined => {
  const number = readNumber(text);
  return number === undefined ? undefined : { type: 'number', text, number };
};

const versionOf = (text: string): VersionValue | undefined => {
  const version = readVersion(text);
  return version === undefined ? undefined : { type: 'version', text, version };
};

const ageOf = (text: string): AgeValue | undefined => {
  const ms = readAge(text);
  return ms === undefined ? undefined : { type: 'age', text, ms };
};

const instantOf = (text: string): InstantValue | undefined => {
  const instant = readInstant(text);
  return instant === undefined ? undefined : { type: 'instant', text, ...instant };
};

/** Both ends of `a..b`; undefined unless one end is such a value and the other one too, or a star. */
function rangeOf<End>(raw: RawText, read: (text: string) => End | undefined): { from?: End; to?: End } | undefined {
  const dots = raw.quoted ? -1 : raw.text.indexOf('..');
  if (dots < 0) return undefined;
  const [low, high] = [raw.text.slice(0, dots), raw.text.slice(dots + 2)];
  const [from, to] = [read(low), read(high)];
  if ((from === undefined && low !== '*') || (to === undefined && high !== '*')) return undefined;
  if (from === undefined && to === undefined) return undefined;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** Refuses a value with a suggestion for the whole term, where there is one to replace. */
function refuseTerm(raw: RawValue, message: string, suggestion: string): never {
  if (raw.termStart === undefined) return refuse(raw, message);
  const end = raw.at.position + raw.at.length;
  throw new SelectorError(message, { position: raw.termStart, length: end - raw.termStart, suggestion });
}

function numberValueOf(field: TermName, raw: RawText): Value {
  const range = rangeOf(raw, numberOf);
  if (range !== undefined) return { type: 'number-range', ...range };
  return numberOf(raw.text) ?? refuse(raw, `${field} is a number, such as ${describeTerm(field).example}`);
}

function versionValueOf(op: Comparison, raw: RawText): Value {
  if (!isEquality(op)) return versionOf(raw.text) ?? refuse(raw, 'this is no version; versions look like 1.20.3 or v2.0-rc.1');
  const range = rangeOf(raw, versionOf);
  if (range !== undefined) return { type: 'version-range', ...range };
  if (!raw.quoted && raw.text.includes('..')) {
    return refuse(raw, 'the ends of a range of versions look like 1.20.3; quote it to search for the text', quote(raw.text));
  }
  return textOf(raw);
}

const TIME_SHAPES = 'a time is an age such as 15m, 7d or 1h30m, or a date such as 2026-01-31 or 2026-01-31T10:00Z';

function timeValueOf(field: TermName, op: Comparison, raw: RawValue): Value {
  const ages = rangeOf(raw, ageOf);
  if (ages !== undefined) return { type: 'age-range', ...ages };
  const instants = rangeOf(raw, instantOf);
  if (instants !== undefined) return { type: 'instant-range', ...instants };
  const age = ageOf(raw.text);
  if (age === undefined) return instantOf(raw.text) ?? refuse(raw, TIME_SHAPES);
  if (isEquality(op)) {
    const within = `${field}<${raw.text}`;
    return refuseTerm(raw, `an age is compared with < or >: ${within} is within, ${field}>${raw.text} is longer ago`, within);
  }
  return age;
}

function networkOf(raw: RawText): Value {
  if (raw.quoted) return { type: 'text', text: raw.text };
  const network = readNetwork(raw.text);
  if (network !== undefined) return { type: 'network', text: raw.text, network };
  const match = readMatch(raw.text);
  if (match.type === 'pattern' && !raw.text.includes('..')) return match;
  return refuse(raw, 'this is no address; ip takes 10.1.2.3, a network such as 10.0.0.0/8, or a pattern such as 10.1.*');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function uuidOf(field: TermName, raw: RawValue): Value {
  const text = raw.text.toLowerCase();
  if (UUID.test(text)) return { type: 'text', text };
  if (field === 'id' && !raw.quoted && text.includes('*')) return { type: 'pattern', pattern: text };
  if (field === 'id') return refuse(raw, 'an id is a UUID');
  const byName = `${field === 'parent' ? 'parent' : 'ancestor'}(name:${spellValue(textOf(raw))})`;
  return refuseTerm(raw, `${field}: takes an id (a UUID); by name it is ${byName}`, byName);
}

/** A word of a closed list, lower-cased, or a pattern over its words. */
function oneOf(complaint: string, names: readonly string[], raw: RawText): TextMatch {
  const match = textOf(raw);
  if (match.type === 'pattern') return match;
  const words = names.map((name) => name.toLowerCase());
  const asked = raw.text.toLowerCase();
  if (words.includes(asked)) return { type: 'text', text: asked };
  return refuse(raw, `${complaint} ${quote(raw.text)}; it is one of ${words.join(', ')}`, nearest(asked, words));
}

function flagOf(raw: RawText): TextMatch {
  if (raw.text.toLowerCase() === NOT_BUILT_YET.flag) return refuse(raw, `is:${NOT_BUILT_YET.flag} is not built yet`);
  return withoutPattern('is', oneOf('there is no condition', Object.keys(FLAGS), raw), raw);
}

function presenceOf(field: TermName, raw: RawValue): TextMatch {
  const [space, key] = raw.text.split(/:(.*)/s);
  if ((space === 'tag' || space === 'label' || space === 'annotation') && key) {
    const term = `${field === 'no' ? '-' : ''}${space}:${spellKey(readMatch(key))}`;
    return refuseTerm(raw, `for one key it is ${term}`, term);
  }
  const text = termNamed(raw.text.toLowerCase()) ?? raw.text;
  if (isTermName(text) && !isPresence(text)) return refuse(raw, `${text} is never missing`);
  return withoutPattern(field, oneOf(`${field}: knows no`, PRESENCES, { ...raw, text }), raw);
}

function withoutPattern(field: string, match: TextMatch, raw: RawText): TextMatch {
  return match.type === 'pattern' ? refuse(raw, `${field}: takes no *`) : match;
}
