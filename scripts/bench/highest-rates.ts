import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from '@/db/client';
import { HeartbeatBuffer } from '@/server/heartbeat-buffer';
import { heartbeatPlaces, take } from './heartbeat-places';
import { httpClient } from './http-client';
import type { BenchFleet } from './questions';
import { ratePerSecond } from './rate-per-second';

const PER_CALL = 5_000;
const PER_FLUSH = 50_000;
const REPORTS_PER_CALL = 500;
const CLIENTS = 2;

/** Heartbeats a second that are stored, not only taken: the buffer is filled and emptied again and again. Every resource is heard in the end. */
export async function heartbeatsThroughDataLayer(db: Db, fleet: BenchFleet): Promise<number> {
  const places = heartbeatPlaces(fleet);
  const buffer = new HeartbeatBuffer(() => db);
  return ratePerSecond({ clients: 1, atLeast: fleet.scale }, async () => {
    const seenAt = Date.now();
    const ids = new Set(take(places, PER_FLUSH));
    buffer.add(Array.from(ids, (id) => ({ id, seenAt })));
    await buffer.flush();
    return ids.size;
  });
}

/** Heartbeats a second over HTTP, until the server has stored them all. Every resource is heard in the end. */
export async function heartbeatsOverHttp(url: string, fleet: BenchFleet): Promise<number> {
  const client = httpClient(url);
  const places = heartbeatPlaces(fleet);
  const rate = await ratePerSecond(
    { clients: CLIENTS, atLeast: fleet.scale },
    async () => {
      await client.post('/api/v1/heartbeats', { ids: take(places, PER_CALL) });
      return PER_CALL;
    },
    () => allStored(url),
  );
  client.close();
  return rate;
}

/** New hosts a second with their labels, over HTTP. */
export async function registrationsOverHttp(url: string): Promise<number> {
  const client = httpClient(url);
  const run = Date.now().toString(36);
  let number = 0;
  const rate = await ratePerSecond({ clients: CLIENTS }, async () => {
    const resources = Array.from({ length: REPORTS_PER_CALL }, () => newHost(run, number++));
    const answer: { created: number } = JSON.parse(await client.post('/api/v1/resources', { resources }));
    if (answer.created !== REPORTS_PER_CALL) throw new Error(`${answer.created} of ${REPORTS_PER_CALL} hosts were created`);
    return REPORTS_PER_CALL;
  });
  client.close();
  return rate;
}

function newHost(run: string, number: number): object {
  const name = `bench-${run}-${number}`;
  const labels = { host_id: `${run}-${number}`, hostname: name, os_type: 'linux', arch: 'arm64', region: 'eu-west-1', cluster: `bench-${number % 20}` };
  return { kind: 'host', name, labels, tags: { env: 'bench', team: 'core' } };
}

async function allStored(url: string): Promise<void> {
  for (;;) {
    const text = await (await fetch(`${url}/metrics`)).text();
    if (/^gosight_heartbeats_waiting 0$/m.test(text)) return;
    await wait(20);
  }
}
