import { type Flag, isFlag } from './terms';
import { readAge, readInstant } from './time-value';
import type { Comparison } from './tree';

const STATUS_WORDS = {
  online: ['up', 'on', 'active', 'alive', 'running', 'ready', 'healthy', 'connected', 'open', 'ok'],
  idle: ['warning', 'warn', 'degraded', 'pending'],
  offline: ['down', 'off', 'inactive', 'dead', 'stopped', 'lost', 'unreachable', 'disconnected', 'closed', 'notready', 'error', 'failed', 'critical', 'bad'],
} as const;

/** The status that a word of another product stands for. */
export function meantStatus(word: string): string | undefined {
  return Object.entries(STATUS_WORDS).find(([, words]) => (words as readonly string[]).includes(word))?.[0]; // literals, compared as text
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
