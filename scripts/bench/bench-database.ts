import { migrateDatabase } from '../migrate-database.mjs';
import { startPostgres } from '../postgres/start-postgres.mjs';
import { makeThrowawayFolder, removeFolder } from '../postgres/throwaway-folder.mjs';
import { step } from '../progress.mjs';
import { generateFleet } from '../seed/generate-fleet';
import { loadFleet } from '../seed/load-fleet';
import { endLater } from '../shutdown.mjs';
import type { BenchFleet } from './questions';
import { settleDatabase } from './settle-database';

/** Loading takes its time, and so does settling; and nothing shall have fallen silent when the measuring begins. */
const LOAD_MS_PER_RESOURCE = 0.3;

/** A PostgreSQL of its own, as durable as in use (the one that tests run on is not), filled with the fleet. */
export async function benchDatabase({ scale, seed }: BenchFleet): Promise<{ url: string; end: () => Promise<void> }> {
  const folder = await makeThrowawayFolder();
  const postgres = await startPostgres({ dataDir: folder });
  const end = async () => {
    await postgres.stop();
    await removeFolder(folder);
  };
  const forget = endLater('the database of the benchmark', end);
  await migrateDatabase(postgres.url);
  const now = Date.now() + scale * LOAD_MS_PER_RESOURCE;
  await step(`Loading ${scale} resources`, () => loadFleet(postgres.url, generateFleet({ count: scale, seed, now })));
  await step('Vacuuming, and reading every row once', () => settleDatabase(postgres.url));
  return {
    url: postgres.url,
    async end() {
      forget();
      await end();
    },
  };
}
