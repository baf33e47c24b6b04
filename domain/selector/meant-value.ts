import { type Flag, isFlag } from './terms';
import { readAge, readInstant } from './time-value';
import type { Comparison } from './tree';

const STATUS_WORDS = {
  online: ['up', 'on', 'active', 'alive', 'running', 'ready', 'healthy', 'connected', 'open', 'ok'],
  idle: ['warning', 'warn', 'degraded', 'pending'],
  offline: ['down', 'off', 'inactive', 'dead', 'stopped', 'lost', 'unreachable', 'disconnected', 'closed', 'notready', 'error', 'failed', 'critical', 'bad'],
} as const;

const KIND_WORDS = {
  host: ['hosts', 'node', 'nodes', 'server', 'servers', 'machine', 'vm', 'instance', 'computer'],
  container: ['containers', 'pod', 'pods'],
  app: ['apps', 'application', 'applications', 'service', 'services', 'process'],
  device: ['devices', 'switch', 'router', 'firewall', 'printer', 'snmp'],
  agent: ['agents', 'collector', 'daemon'],
  otel: ['opentelemetry', 'otlp'],
  syslog: ['rsyslog', 'log', 'logs'],
} as const;

/** The status that a word of another product stands for. */
export const meantStatus = (word: string): string | undefined => keyOf(STATUS_WORDS, word);

/** The kind that a word of another product stands for. */
export const meantKind = (word: string): string | undefined => keyOf(KIND_WORDS, word);

const keyOf = (words: Readonly<Record<string, readonly string[]>>, word: string): string | undefined => Object.entries(words).find(([, known]) => known.includes(word))?.[0];

const WITH_UNIT = /^(-?\d{1,15}(?:\.\d{1,9})?)(%|[A-Za-zµ]+(?:\/s)?)$/;
const TIMES = { k: 1_000, m: 1_000_000, g: 1_000_000_000 };

/** The number that one with a unit means: `10k` is 10000; what `8GB` counts in is the sender's matter, so it is 8. */
export function meantNumber(text: string): string | undefined {
  const [, number, unit = ''] = WITH_UNIT.exec(text) ?? [];
  const times = Object.entries(TIMES).find(([letter]) => letter === unit.toLowerCase())?.[1];
  return number === undefined || times === undefined ? number : String(Number(number) * times);
}

const FLAG_WORDS: Readonly<Record<string, Flag>> = { archived: 'retired', deleted: 'retired', decommissioned: 'retired', silent: 'stale', recent: 'new', fresh: 'new', lonely: 'orphan', orphaned: 'orphan' };

/** The condition that a word stands for. */
export function meantFlag(word: string): Flag | undefined {
  return isFlag(word) ? word : Object.hasOwn(FLAG_WORDS, word) ? FLAG_WORDS[word] : undefined;
}

const AGE = /^(?:last|past)?_?(now-|-)?(\d{1,6})(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|yrs?|years?)( ?ago)?$/;
const TURNED: Partial<Record<Comparison, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** The term that an age in other words means: `15min`, `2weeks`; with `now-1h` a moment is compared, so the sign turns round. */
export function meantAge(field: string, op: Comparison, text: string): string | undefined {
  const [, now, count, unit = ''] = AGE.exec(text.toLowerCase()) ?? [];
  if (count === undefined) return undefined;
  const age = unit.startsWith('mo') ? `${Number(count) * 30}d` : unit.startsWith('y') ? `${Number(count) * 365}d` : `${count}${unit.charAt(0)}`;
  if (readAge(age) === undefined) return undefined;
  return `${field}${now === undefined ? (op === '=' || op === '!=' ? '<' : op) : (TURNED[op] ?? '<')}${age}`;
}

/** The term that a day in other words means: `today`, `2024`, `2024-01`, `2024/01/31`, `31.01.2024`. */
export function meantDay(field: string, op: Comparison, text: string): string | undefined {
  const word = text.toLowerCase();
  if (word === 'today') return `${field}<1d`;
  if (word === 'yesterday') return op === '<' || op === '<=' ? `${field}>1d` : op === '>' || op === '>=' ? `${field}<2d` : `${field}:1d..2d`;
  const days = daysOf(text);
  if (days === undefined) return undefined;
  const [first, last] = days;
  if (op !== '=' && op !== '!=') return `${field}${op}${first}`;
  return `${field}${op === '=' ? ':' : op}${first === last ? first : `${first}..${last}`}`;
}

/** One end of a range as it is written here, and whether it is an age: `now-1d` is one. */
export function meantMoment(text: string): { text: string; isAge: boolean } {
  if (text.toLowerCase() === 'now') return { text: '0s', isAge: true };
  const age = /^now-/i.test(text) ? meantAge('', '<', text.slice('now-'.length))?.slice(1) : undefined;
  return age === undefined ? { text: daysOf(text)?.[0] ?? text, isAge: false } : { text: age, isAge: true };
}

const YEAR_FIRST = /^(\d{4})(?:[-/.](\d\d?)(?:[-/.](\d\d?))?)?$/;
const YEAR_LAST = /^(\d\d?)([/.-])(\d\d?)\2(\d{4})$/;

/** The first and the last day of a year, a month or a day. */
function daysOf(text: string): [string, string] | undefined {
  const [, one, sign, two, lastYear] = YEAR_LAST.exec(text) ?? [];
  // Only America writes the month first, and with a slash.
  const isMonthFirst = sign === '/' && Number(two) > 12;
  const [, year = lastYear, month = isMonthFirst ? one : two, day = isMonthFirst ? two : one] = YEAR_FIRST.exec(text) ?? [];
  if (year === undefined) return undefined;
  const dayOf = (m: string | number, d: string | number) => `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  const lastOfMonth = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  const days: [string, string] = [dayOf(month ?? 1, day ?? 1), dayOf(month ?? 12, day ?? lastOfMonth)];
  return days.every((each) => readInstant(each) !== undefined) ? days : undefined;
}
