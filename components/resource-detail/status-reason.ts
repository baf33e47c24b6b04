import { KIND_DESCRIPTIONS } from '@/domain/kinds';
import type { Resource } from '@/domain/resource';
import { SILENCE_LIMITS, type Status } from '@/domain/status';
import { spanInWords, timeSeenFrom } from '../resource-signs/spans-of-time';

export interface StatusReason {
  /** The status and since when. */
  title: string;
  /** Why it is so. */
  why: string;
}

type Heard = Pick<Resource, 'kind' | 'status' | 'lastSeen'>;

/** Why a resource is not online; undefined while it is. The silence that makes a status is the one of domain/status.ts. */
export function statusReason({ kind, status, lastSeen }: Heard, now: number): StatusReason | undefined {
  if (status === 'Online') return undefined;
  if (status === 'Unknown') {
    return { title: 'Unknown', why: `No telemetry of it has arrived: it is known from an import or from what runs on it. Last named ${timeSeenFrom(lastSeen, now)}.` };
  }
  const limits = SILENCE_LIMITS[kind];
  const limitMs = status === 'Idle' ? limits.onlineMs : limits.idleMs;
  const heardAt = Date.parse(lastSeen);
  const since = heardAt + limitMs;
  const lastSignal = `Last signal ${timeSeenFrom(lastSeen, now)}`;
  // Less silence than the limit: its source said so.
  if (since > now) return { title: status, why: `${lastSignal}; its source reported it ${wordOf(status)}.` };
  return {
    title: `${status} for ${spanInWords(now - since)}, since ${timeSeenFrom(since, now)}`,
    why: `${lastSignal}; ${oneOf(kind)} is ${wordOf(status)} after ${spanInWords(limitMs)} of silence.`,
  };
}

const wordOf = (status: Status): string => status.toLowerCase();

function oneOf(kind: Resource['kind']): string {
  const { label } = KIND_DESCRIPTIONS[kind];
  const word = /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  return `${/^[aeio]/i.test(word) ? 'an' : 'a'} ${word}`;
}

