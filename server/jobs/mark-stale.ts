import { markStale } from '@/db/resources/mark-stale';
import { database } from '../database';
import { log } from '../log';

const SWEEP_EVERY_MS = 30_000;

declare global {
  var gosightSweep: { stop: () => Promise<void> } | undefined;
}

/** Looks every 30 s for resources that fell silent. Stop it before the pool is closed. */
export function startMarkStale(): { stop: () => Promise<void> } {
  return (globalThis.gosightSweep ??= startSweep());
}

function startSweep(): { stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(sweep);
  }, SWEEP_EVERY_MS).unref();
  return {
    async stop() {
      clearInterval(timer);
      globalThis.gosightSweep = undefined;
      await running;
    },
  };
}

async function sweep(): Promise<void> {
  try {
    const marked = await markStale(database(), Date.now());
    if (marked) log.debug({ marked }, 'resources fell silent');
  } catch (error) {
    log.warn({ err: error }, 'the sweep for silent resources failed; it is tried again');
  }
}
