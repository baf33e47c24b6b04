import { isMigrated } from '@/db/migrate';
import { connectionProblem } from '@/db/connection-problem';
import { database } from './database';
import { log } from './log';

export interface Readiness {
  ready: boolean;
  database: 'reachable' | 'away';
  migrated: boolean;
}

/** Whether this process can serve: its database answers and has every table it needs. */
export async function readiness(): Promise<Readiness> {
  try {
    const migrated = await isMigrated(database());
    return { ready: migrated, database: 'reachable', migrated };
  } catch (error) {
    if (connectionProblem(error) === undefined) log.error({ err: error }, 'the database could not be asked');
    return { ready: false, database: 'away', migrated: false };
  }
}

export async function readinessAnswer(): Promise<Response> {
  const state = await readiness();
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
