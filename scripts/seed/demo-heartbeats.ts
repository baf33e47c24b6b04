import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import '../end-with-parent.mjs';
import { demoFleet } from './demo-fleet';

const EVERY_MS = 30_000;
/** What was generated as Idle is heard from so seldom that it is Idle about half of the time. */
const SLOW_ROUNDS = 20;

const { values } = parseArgs({ options: { url: { type: 'string' } } });
if (values.url === undefined) throw new Error('--url is missing: where the demo is served');
const door = `${values.url}/api/v1/heartbeats`;

const steady: string[] = [];
const slow: string[] = [];
for await (const { id, status } of demoFleet()) {
  if (status === 'Online') steady.push(id);
  if (status === 'Idle') slow.push(id);
}

// Offline and Unknown ones are silent on purpose.
for (let round = 0; ; round++) {
  const accepted = await beat([...steady, ...slow.filter((_, place) => (round + place) % SLOW_ROUNDS === 0)]);
  if (accepted === 0) break; // The registry holds another fleet.
  await wait(EVERY_MS);
}

/** How many were known; undefined when the server could not answer, which the next round may. */
async function beat(ids: string[]): Promise<number | undefined> {
  const answer = await fetch(door, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ids }) }).catch(() => undefined);
  if (answer?.ok !== true) return undefined;
  const { accepted } = (await answer.json()) as { accepted: number }; // the door's own answer
  return accepted;
}
