import { setTimeout as wait } from 'node:timers/promises';
import { migrateDatabase } from '../migrate-database.mjs';
import { freePort } from '../postgres/run-server.mjs';
import { startPostgres } from '../postgres/start-postgres.mjs';
import { makeThrowawayFolder, removeFolder } from '../postgres/throwaway-folder.mjs';
import { step } from '../progress.mjs';
import { generateFleet } from '../seed/generate-fleet';
import { loadFleet } from '../seed/load-fleet';
import { serveProduct } from '../serve-product.mjs';
import { endLater } from '../shutdown.mjs';

export interface ServedFleet {
  url: string;
  databaseUrl: string;
  end: () => Promise<void>;
}

/** The built product on a PostgreSQL and a fleet of its own, its index loaded. Durable as in use, unlike the one that tests run on. */
export async function serveFleet({ scale, seed }: { scale: number; seed: number }): Promise<ServedFleet> {
  const folder = await makeThrowawayFolder();
  const ends: (() => Promise<void>)[] = [() => removeFolder(folder)];
  const end = async () => {
    for (let each = ends.pop(); each; each = ends.pop()) await each();
  };
  const forget = endLater('the benchmark', end);
  const postgres = await startPostgres({ dataDir: folder });
  ends.push(() => postgres.stop());
  await migrateDatabase(postgres.url);
  await step(`Loading ${scale} resources`, () => loadFleet(postgres.url, generateFleet({ count: scale, seed })));
  const serving = await serveProduct({
    mode: 'start',
    host: '127.0.0.1',
    port: await freePort(),
    env: { DATABASE_URL: postgres.url, GOSIGHT_SELF_REPORT: '0', GOSIGHT_ALLOWED_HOSTS: '', GOSIGHT_INSECURE: '0', LOG_LEVEL: 'warn' },
  });
  ends.push(() => serving.end());
  await indexReady(serving.url);
  return {
    url: serving.url,
    databaseUrl: postgres.url,
    async end() {
      forget();
      await end();
    },
  };
}

async function indexReady(url: string): Promise<void> {
  for (;;) {
    const { index }: { index: { state: string } } = await (await fetch(`${url}/readyz`)).json();
    if (index.state === 'ready' || index.state === 'off') return;
    await wait(50);
  }
}
