import { meantAge, meantDay, meantNumber } from './meant-value';
import { meantAddresses, readNetwork } from './network-value';
import { readNumber } from './number-value';
import type { RawText } from './reader';
import { type RawValue, refuse, refuseTerm } from './refuse-value';
import { quote, readMatch, readText, spellValue, spellWord } from './spelling';
import { describeTerm, type TermName } from './terms';
import { readAge, readInstant } from './time-value';
import type { AgeValue, Comparison, InstantValue, NumberValue, Value, VersionValue } from './tree';
import { enumOf, flagOf, presenceOf, viewOf } from './type-word';
import { readVersion } from './version-value';

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
  if (!isEquality(op)) return numberOf(raw.text) ?? refuse(raw, `${op} compares numbers, and this is none`, meantNumber(raw.text));
  const range = rangeOf(raw, numberOf);
  if (range !== undefined) return { type: 'number-range', ...range };
  return readText(raw);
}

function readFieldValue(field: TermName, op: Comparison, raw: RawValue): Value {
  const { type } = describeTerm(field);
  switch (type) {
    case 'text':
      return readText(raw);
    case 'enum':
      return enumOf(field, raw);
    case 'flag':
      return flagOf(raw);
    case 'presence':
      return presenceOf(field, raw);
    case 'view':
      return viewOf(raw);
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

function numberValueOf(field: TermName, raw: RawValue): Value {
  const range = rangeOf(raw, numberOf);
  if (range !== undefined) return { type: 'number-range', ...range };
  const number = numberOf(raw.text);
  if (number !== undefined) return number;
  const meant = field === 'tags' ? `tag:${raw.text.replace(':', '=')}` : `child(${spellWord(readText(raw))})`;
  if (/^\p{L}/u.test(raw.text)) return refuseTerm(raw, `${field} is a number, such as ${describeTerm(field).example}; did you mean ${meant}?`, meant);
  const least = /^(\d{1,15})\+$/.exec(raw.text)?.[1];
  const complaint = `${field} is a number, such as ${describeTerm(field).example}`;
  return least === undefined ? refuse(raw, complaint, meantNumber(raw.text)) : refuseTerm(raw, complaint, `${field}>=${least}`);
}

function versionValueOf(op: Comparison, raw: RawText): Value {
  if (!isEquality(op)) return versionOf(raw.text) ?? refuse(raw, 'this is no version; versions look like 1.20.3 or v2.0-rc.1');
  const range = rangeOf(raw, versionOf);
  if (range !== undefined) return { type: 'version-range', ...range };
  if (!raw.quoted && raw.text.includes('..')) {
    return refuse(raw, 'the ends of a range of versions look like 1.20.3; quote it to search for the text', quote(raw.text));
  }
  return readText(raw);
}

const TIME_SHAPES = 'a time is an age such as 15m, 7d or 1h30m, or a date such as 2026-01-31 or 2026-01-31T10:00Z';

function timeValueOf(field: TermName, op: Comparison, raw: RawValue): Value {
  const ages = rangeOf(raw, ageOf);
  if (ages !== undefined) return { type: 'age-range', ...ages };
  const instants = rangeOf(raw, instantOf);
  if (instants !== undefined) return { type: 'instant-range', ...instants };
  const age = ageOf(raw.text);
  if (age === undefined) {
    const instant = instantOf(raw.text);
    if (instant !== undefined) return instant;
    const meant = meantAge(field, op, raw.text) ?? meantDay(field, op, raw.text);
    return meant === undefined ? refuse(raw, TIME_SHAPES) : refuseTerm(raw, `${TIME_SHAPES}; did you mean ${meant}?`, meant);
  }
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
  return refuse(raw, 'this is no address; ip takes 10.1.2.3, a network such as 10.0.0.0/8, or a pattern such as 10.1.*', meantAddresses(raw.text));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function uuidOf(field: TermName, raw: RawValue): Value {
  const text = raw.text.toLowerCase();
  if (UUID.test(text)) return { type: 'text', text };
  if (field === 'id' && !raw.quoted && text.includes('*')) return { type: 'pattern', pattern: text };
  if (field === 'id') return refuse(raw, 'an id is a UUID');
  const byName = `${field === 'parent' ? 'parent' : 'ancestor'}(name:${spellValue(readText(raw))})`;
  return refuseTerm(raw, `${field}: takes an id (a UUID); by name it is ${byName}`, byName);
}
