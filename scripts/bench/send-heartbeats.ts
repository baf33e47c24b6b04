// A process of its own: heartbeats at a steady rate, through the data layer or over HTTP, until it is told to end.
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '@/db/client';
import { HeartbeatBuffer } from '@/server/heartbeat-buffer';
import { heartbeatPlaces, take } from './heartbeat-places';
import { httpClient } from './http-client';

export interface SendOptions {
  /** A server's address or a database's. */
  to: string;
  perSecond: number;
  scale: number;
  seed: number;
}

const TICK_MS = 100;
const MOST_PER_CALL = 50_000;

const options = JSON.parse(process.argv[2] ?? '{}') as SendOptions; // written by steady-heartbeats.ts
const send = options.to.startsWith('http') ? overHttp(options.to) : throughDataLayer(options.to);
const places = heartbeatPlaces(options);
const start = performance.now();
for (let sent = 0; ; ) {
  const due = Math.floor(((performance.now() - start) / 1_000) * options.perSecond);
  if (due > sent) {
    const now = Math.min(due - sent, MOST_PER_CALL);
    await send(take(places, now));
    sent += now;
    process.send?.({ sent });
  }
  await wait(TICK_MS);
}

function overHttp(url: string): (ids: string[]) => Promise<unknown> {
  const client = httpClient(url);
  return (ids) => client.post('/api/v1/heartbeats', { ids });
}

function throughDataLayer(url: string): (ids: string[]) => Promise<void> {
  const db = connect(url);
  const buffer = new HeartbeatBuffer(() => db);
  process.once('SIGTERM', () => void buffer.flush().then(() => process.exit(0)));
  return async (ids) => {
    const seenAt = Date.now();
    buffer.add(ids.map((id) => ({ id, seenAt })));
  };
}
