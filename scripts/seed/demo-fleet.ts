import { connect } from '@/db/client';
import { caller } from '@/server/caller';
import type { FleetRow } from './fleet-row';
import { generateFleet } from './generate-fleet';
import { loadFleet } from './load-fleet';

/** The fleet of `npm run demo`: the same resources on every machine, their times counted back from `now`. */
export const demoFleet = (now = Date.now()): AsyncGenerator<FleetRow> => generateFleet({ count: 10_000, seed: 7, now });

const DEMO_VIEWS = [
  { name: 'Production web', q: 'tag:env=prod name:*-web-*', columns: 'name,kind,status,group,tag:team,tags,last_seen' },
  { name: 'Silent over an hour', q: 'last_seen>1h', sort: '-last_seen' },
  { name: 'Payments by kind', q: 'tag:team=payments', group: 'kind' },
  { name: 'Untagged', q: 'is:untagged' },
  { name: 'Orphans', q: 'is:orphan' },
];

/** Fills an empty registry with a fleet and some views of it. Answers how many resources came: 0 where some are already. */
export async function fillDemo(url: string, now?: number): Promise<number> {
  const db = connect(url, { maxConnections: 1, applicationName: 'gosight-demo' });
  try {
    if ((await db.selectFrom('resources').select('id').limit(1).executeTakeFirst()) !== undefined) return 0;
    const count = await loadFleet(url, demoFleet(now));
    const { views } = caller({ db, actor: { type: 'system', name: 'demo' } });
    const { items } = await views.list({});
    if (items.length === 0) for (const view of DEMO_VIEWS) await views.save(view);
    return count;
  } finally {
    await db.destroy();
  }
}
