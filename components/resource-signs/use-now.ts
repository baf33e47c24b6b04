'use client';

import { useSyncExternalStore } from 'react';

const TICK_MS = 10_000;

let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function tick() {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  if (timer === undefined) timer = setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * The time, in steps of ten seconds, one clock for the whole page.
 * Server and first client render both use `asOf` (when the data was read), so that their HTML agrees.
 */
export function useNow(asOf: number): number {
  const ticked = useSyncExternalStore(subscribe, () => now, () => 0);
  return Math.max(asOf, ticked);
}
