import { isMigrated } from '@/db/migrate';
import { connectionProblem } from '@/db/connection-problem';
import { database } from './database';
import { fleetState } from './fleet/fleet';
import type { FleetState } from './fleet/run-fleet';
import { log } from './log';

export interface Readiness {
  ready: boolean;
  database: 'reachable' | 'away';
  migrated: boolean;
  /** SQL answers, slower, as long as it is not ready; the process serves all the same. */
  index: FleetState;
}

/** Whether this process can serve: its database answers and has every table it needs. */
export async function readiness(): Promise<Readiness> {
  try {
    const migrated = await isMigrated(database());
    return { ready: migrated, database: 'reachable', migrated, index: fleetState() };
  } catch (error) {
    if (connectionProblem(error) === undefined) log.error({ err: error }, 'the database could not be asked');
    return { ready: false, database: 'away', migrated: false, index: fleetState() };
  }
}

export async function readinessAnswer(): Promise<Response> {
  const state = await readiness();
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
