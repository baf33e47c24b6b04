import { meantField } from './other-names';
import type { Reader } from './reader';
import { SelectorError } from './selector-error';
import { spellLike, spellPattern, spellRegexLoosely } from './spell-regex';
import { isPresence, termNamed } from './terms';

const CALL = /([A-Za-z_]+)\(\s*([A-Za-z_]\w*)\s*(?:,\s*(?:"([^"]*)"|'([^']*)'|([^\s,()"]+))\s*)?\)/y;

/** Functions of other languages: what they say of a field, and of the text they are given. */
const CALLS: Readonly<Record<string, (field: string, text: string | undefined) => string | undefined>> = {
  has: (field) => presence('has', field),
  exists: (field) => presence('has', field),
  missing: (field) => presence('no', field),
  isnull: (field) => presence('no', field),
  isempty: (field) => presence('no', field),
  notnull: (field) => presence('has', field),
  isnotnull: (field) => presence('has', field),
  like: (field, text) => written(field, text, spellLike),
  match: (field, text) => written(field, text, spellRegexLoosely),
  matches: (field, text) => written(field, text, spellRegexLoosely),
  regex: (field, text) => written(field, text, spellRegexLoosely),
  contains: (field, text) => written(field, text, (inner) => spellPattern(`*${inner}*`)),
  includes: (field, text) => written(field, text, (inner) => spellPattern(`*${inner}*`)),
  startswith: (field, text) => written(field, text, (inner) => spellPattern(`${inner}*`)),
  endswith: (field, text) => written(field, text, (inner) => spellPattern(`*${inner}`)),
};

/** Refuses `exists(owner)` and `contains(name, "web")`, which other languages write. */
export function refuseCall(reader: Reader, start: number): void {
  CALL.lastIndex = start;
  const [whole, name, field, ...texts] = CALL.exec(reader.text) ?? [];
  if (whole === undefined || name === undefined || field === undefined) return;
  const known = name.toLowerCase().replaceAll('_', '');
  const suggestion = Object.hasOwn(CALLS, known) ? CALLS[known]?.(field, texts.find((text) => text !== undefined)) : undefined;
  if (suggestion === undefined) return;
  throw new SelectorError(`there is no function ${name}; here it is ${suggestion}`, { position: start, length: whole.length, suggestion });
}

const presence = (term: 'has' | 'no', field: string): string | undefined => {
  const named = termNamed(field);
  return named !== undefined && isPresence(named) ? `${term}:${named}` : undefined;
};

function written(field: string, text: string | undefined, spell: (text: string) => string): string | undefined {
  const named = meantField(field);
  return named === undefined || text === undefined ? undefined : `${named}:${spell(text)}`;
}
