import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '@/db/client';
import { fleetState, startFleet } from '@/server/fleet/fleet';
import { log } from '@/server/log';
import { step } from '../progress.mjs';
import { askDataLayer } from './ask-data-layer';
import { benchRun, type Run } from './bench-run';
import { heartbeatsThroughDataLayer } from './highest-rates';
import { type BenchFleet, questions } from './questions';
import { underHeartbeats } from './steady-heartbeats';
import { warmConnections } from './warm-connections';

const NANOSECONDS = 1e6;

/** The procedures and a fleet index in this process. */
export async function benchData(databaseUrl: string, fleet: BenchFleet, load: { clients: number[]; heartbeatsPerSecond: number }): Promise<{ runs: Run[]; heartbeats: number }> {
  const db = connect(databaseUrl);
  const stop = startFleet({ db, url: databaseUrl, log });
  await step('Loading the fleet index', untilReady);
  await step('Warming the connections', () => warmConnections(askDataLayer(db), fleet, Math.max(...load.clients)));
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const runs: Run[] = [];
  const run = async (clients: number, heartbeatsPerSecond: number) => {
    delay.reset();
    const about = { scale: fleet.scale, layer: 'data', clients, heartbeatsPerSecond } as const;
    const done = await benchRun(about, questions(askDataLayer(db), fleet));
    runs.push({ ...done, eventLoopMax: Math.round(delay.max / NANOSECONDS), eventLoopP99: Math.round(delay.percentile(99) / NANOSECONDS) });
  };
  for (const clients of load.clients) await run(clients, 0);
  await underHeartbeats({ to: databaseUrl, perSecond: load.heartbeatsPerSecond, ...fleet }, async () => {
    for (const clients of load.clients) await run(clients, load.heartbeatsPerSecond);
  });
  // Last: vacuuming after it would slow down what is asked next.
  const heartbeats = await heartbeatsThroughDataLayer(db, fleet);
  await stop();
  await db.destroy();
  return { runs, heartbeats };
}

async function untilReady(): Promise<void> {
  while (fleetState().state !== 'ready') await wait(50);
}
