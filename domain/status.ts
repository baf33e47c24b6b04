import type { Kind } from './kinds';

/** Spelled the same in the database, in JSON and on the page. */
export const STATUSES = ['Online', 'Idle', 'Offline', 'Unknown'] as const;

export type Status = (typeof STATUSES)[number];

export const isStatus = (text: string): text is Status => (STATUSES as readonly string[]).includes(text);

interface SilenceLimits {
  /** Silent for longer than this: Idle. */
  onlineMs: number;
  /** Silent for longer than this: Offline. */
  idleMs: number;
}

const MINUTE_MS = 60_000;
const USUAL: SilenceLimits = { onlineMs: 5 * MINUTE_MS, idleMs: 15 * MINUTE_MS };

/** How long each kind may be silent. The sweep, `is:stale` and the resource page all read this table. */
export const SILENCE_LIMITS: Record<Kind, SilenceLimits> = {
  agent: USUAL,
  host: USUAL,
  container: USUAL,
  app: USUAL,
  device: USUAL,
  syslog: USUAL,
  otel: USUAL,
};

/** The status that a resource heard from `silentMs` ago has. */
export function statusAfterSilence(kind: Kind, silentMs: number): Status {
  const limits = SILENCE_LIMITS[kind];
  if (silentMs <= limits.onlineMs) return 'Online';
  return silentMs <= limits.idleMs ? 'Idle' : 'Offline';
}
