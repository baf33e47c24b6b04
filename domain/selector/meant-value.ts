import { readAge } from './time-value';
import type { Comparison } from './tree';

const STATUS_WORDS = {
  online: ['up', 'on', 'active', 'alive', 'running', 'ready', 'healthy', 'connected', 'open', 'ok'],
  offline: ['down', 'off', 'inactive', 'dead', 'stopped', 'lost', 'unreachable', 'disconnected', 'closed', 'notready'],
} as const;

/** The status that a word of another product stands for. */
export function meantStatus(word: string): string | undefined {
  return Object.entries(STATUS_WORDS).find(([, words]) => (words as readonly string[]).includes(word))?.[0]; // literals, compared as text
}

const AGE = /^(now-|-)?(\d{1,6})(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|yrs?|years?)( ?ago)?$/;
const TURNED: Partial<Record<Comparison, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** The term that an age in other words means: `15min`, `2weeks`; with `now-1h` a moment is compared, so the sign turns round. */
export function meantAge(field: string, op: Comparison, text: string): string | undefined {
  const [, now, count, unit = ''] = AGE.exec(text.toLowerCase()) ?? [];
  if (count === undefined) return undefined;
  const age = unit.startsWith('mo') ? `${Number(count) * 30}d` : unit.startsWith('y') ? `${Number(count) * 365}d` : `${count}${unit.charAt(0)}`;
  if (readAge(age) === undefined) return undefined;
  return `${field}${now === undefined ? (op === '=' || op === '!=' ? '<' : op) : (TURNED[op] ?? '<')}${age}`;
}
