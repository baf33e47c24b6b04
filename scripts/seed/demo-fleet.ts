import { connect } from '@/db/client';
import type { FleetRow } from './fleet-row';
import { generateFleet } from './generate-fleet';
import { loadFleet } from './load-fleet';

/** The fleet of `npm run demo`: the same resources on every machine, their times counted back from `now`. */
export const demoFleet = (now = Date.now()): AsyncGenerator<FleetRow> => generateFleet({ count: 10_000, seed: 7, now });

/** Fills an empty registry. Answers how many resources came: 0 where some are already. */
export async function fillDemo(url: string, now?: number): Promise<number> {
  const db = connect(url, { maxConnections: 1, applicationName: 'gosight-demo' });
  const first = await db.selectFrom('resources').select('id').limit(1).executeTakeFirst().finally(() => db.destroy());
  return first === undefined ? loadFleet(url, demoFleet(now)) : 0;
}
