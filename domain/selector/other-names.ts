import { FIELD_NAMES, FIELDS } from '../fields';
import { meantFlag } from './meant-value';
import { nearest } from './nearest';
import { TERM_NAMES, termNamed, type TermName } from './terms';
import { KEY_SPACES } from './tree';

/** What people type who know another product, beside the names in JSON. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(FIELD_NAMES.flatMap((name) => [name, FIELDS[name].json].map((known) => [squeezed(known), name]))),
  state: 'status',
  hostname: 'name',
  labels: 'label',
  annotations: 'annotation',
  childrencount: 'children',
  seen: 'last_seen',
  age: 'first_seen',
  uptime: 'first_seen',
  host: 'name',
  author: 'owner',
  user: 'owner',
  assignee: 'owner',
  address: 'ip',
  cidr: 'ip',
  subnet: 'ip',
  below: 'under',
  within: 'under',
  exists: 'has',
  missing: 'no',
};

const KNOWN_NAMES = [...TERM_NAMES, ...KEY_SPACES];

/** `lastSeen`, `last-seen` and `last_seen` are one name. */
function squeezed(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}

/** The name of this language that is meant by one of another language, or by a slip of the finger. */
export function meantName(name: string): string | undefined {
  const known = squeezed(name);
  return Object.hasOwn(OTHER_NAMES, known) ? OTHER_NAMES[known] : nearest(name, KNOWN_NAMES);
}

/** The field that a name of any language stands for, slips left out. */
export function meantField(name: string): TermName | undefined {
  const known = squeezed(name);
  return termNamed(name.toLowerCase()) ?? termNamed(Object.hasOwn(OTHER_NAMES, known) ? (OTHER_NAMES[known] ?? '') : '');
}

const NO_PARTS = new Set(['sort', 'order', 'orderby', 'sortby', 'groupby', 'limit', 'offset', 'page']);

/** Whether other languages ask so for something that is no part of a query here: which rows, in which order. */
export const isNoPart = (name: string): boolean => NO_PARTS.has(squeezed(name));

const SINCE: Readonly<Record<string, '<' | '>'>> = { since: '<', after: '<', newerthan: '<', earliest: '<', until: '>', before: '>', olderthan: '>', latest: '>' };

/** The whole term that is meant by a name and its value: `since:1h`, `retired:true`, `not:stale`. */
export function meantTerm(name: string, value: string): string | undefined {
  const known = squeezed(name);
  const age = Object.hasOwn(SINCE, known) ? SINCE[known] : undefined;
  if (age !== undefined) return `last_seen${/^\d{4}-/.test(value) ? (age === '<' ? '>=' : '<') : age}${value.replace(/^-/, '')}`;
  if (known === 'not') return `-is:${value}`;
  const flag = meantFlag(known);
  if (flag !== undefined && /^(?:true|yes|1)$/i.test(value)) return `is:${flag}`;
  return flag !== undefined && /^(?:false|no|0)$/i.test(value) ? `-is:${flag}` : undefined;
}
