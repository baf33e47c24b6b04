import { database } from './database';
import { env } from './env.mjs';
import { startFleet } from './fleet/fleet';
import { heartbeats } from './heartbeats';
import { startMarkStale } from './jobs/mark-stale';
import { startRunOperations } from './jobs/run-operations';
import { log } from './log';
import { exitOnSignals, onShutdown } from './shutdown';

/** What runs beside the requests, once per process, and how it ends. */
export function startServer(): void {
  exitOnSignals();
  onShutdown('heartbeats', () => heartbeats().flush());
  onShutdown('status sweep', startMarkStale().stop);
  onShutdown('bulk edits', startRunOperations().stop);
  if (env.DATABASE_URL !== undefined) onShutdown('fleet index', startFleet({ db: database(), url: env.DATABASE_URL, log }));
  if (env.GOSIGHT_SELF_REPORT) void import('./self-report/self-report').then(({ startSelfReport }) => onShutdown('self report', startSelfReport().stop));
}
