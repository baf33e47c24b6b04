import type { Db } from '@/db/client';
import { FleetAnswers } from './fleet-answers';
import { type FleetOptions, type FleetState, RunningFleet } from './run-fleet';

declare global {
  // Next puts modules into several bundles; the process has one index.
  var gosightFleet: RunningFleet | undefined;
}

/** Starts loading the process's index; answers how it is stopped. */
export function startFleet(options: FleetOptions): () => Promise<void> {
  const running = (globalThis.gosightFleet ??= new RunningFleet(options));
  running.start();
  return async () => {
    if (globalThis.gosightFleet === running) globalThis.gosightFleet = undefined;
    await running.stop();
  };
}

/** The index as one caller asks it. Without a running index SQL answers everything. */
export function fleetAnswers(db: Db): FleetAnswers {
  return new FleetAnswers(
    db,
    async () => globalThis.gosightFleet?.fresh(),
    () => globalThis.gosightFleet?.asItStands,
  );
}

export const fleetState = (): FleetState => globalThis.gosightFleet?.state ?? { state: 'off' };
