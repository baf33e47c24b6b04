// @ts-check
import { resolve } from 'node:path';
import { startPostgres } from './postgres/start-postgres.mjs';
import { say } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { endLater } from './shutdown.mjs';

/**
 * The database of DATABASE_URL, else the embedded one, which is started and ended with this process. The address is
 * also put into our own environment, for the children.
 * @param {import('../server/env.mjs').Env} env
 * @returns {Promise<string>}
 */
export async function openDatabase(env) {
  if (env.DATABASE_URL !== undefined) return env.DATABASE_URL;
  const starting = startPostgres({ dataDir: resolve(PROJECT_ROOT, env.GOSIGHT_DATA_DIR), log: say });
  // Before it is up: a Ctrl-C during the start must not leave it behind.
  endLater('PostgreSQL', () => starting.then(({ stop }) => stop(), () => undefined));
  const { url } = await starting;
  process.env.DATABASE_URL = url;
  return url;
}
