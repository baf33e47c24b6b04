import { step } from '../progress.mjs';
import { askOverHttp } from './ask-over-http';
import { benchRun, type Run } from './bench-run';
import { firstViewGzipKB } from './first-view';
import { heartbeatsOverHttp, registrationsOverHttp } from './highest-rates';
import { httpClient } from './http-client';
import { processFigures } from './process-figures';
import { type BenchFleet, questions } from './questions';
import { serveBuilt } from './serve-built';
import { underHeartbeats } from './steady-heartbeats';
import { warmConnections } from './warm-connections';

export interface HttpReport {
  runs: Run[];
  firstViewGzipKB: number;
  coldStartSeconds: number;
  indexReadySeconds: number;
  rssMB: number;
  heartbeats: number;
  registrationsPerSecond: number;
}

/** The built server: first alone, then while heartbeats arrive, then as fast as it takes what is sent. */
export async function benchHttp(databaseUrl: string, fleet: BenchFleet, load: { clients: number[]; heartbeatsPerSecond: number }): Promise<HttpReport> {
  const server = await serveBuilt(databaseUrl);
  const client = httpClient(server.url);
  const runs: Run[] = [];
  const run = async (clients: number, heartbeatsPerSecond: number) => {
    await processFigures(server.url);
    const about = { scale: fleet.scale, layer: 'http', clients, heartbeatsPerSecond } as const;
    const done = await benchRun(about, questions(askOverHttp(client), fleet));
    const { eventLoopMax, eventLoopP99 } = await processFigures(server.url);
    runs.push({ ...done, eventLoopMax, eventLoopP99 });
  };
  const gzipKB = await firstViewGzipKB(server.url);
  await step('Warming the connections', () => warmConnections(askOverHttp(client), fleet, Math.max(...load.clients)));
  for (const clients of load.clients) await run(clients, 0);
  const { rssMB } = await processFigures(server.url);
  const heartbeats = await heartbeatsOverHttp(server.url, fleet);
  await underHeartbeats({ to: server.url, perSecond: load.heartbeatsPerSecond, ...fleet }, async () => {
    for (const clients of load.clients) await run(clients, load.heartbeatsPerSecond);
  });
  const registrationsPerSecond = await registrationsOverHttp(server.url);
  client.close();
  await server.end();
  const { coldStartSeconds, indexReadySeconds } = server;
  return { runs, firstViewGzipKB: gzipKB, coldStartSeconds, indexReadySeconds, rssMB, heartbeats, registrationsPerSecond };
}
