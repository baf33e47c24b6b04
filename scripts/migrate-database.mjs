// @ts-check
import { join } from 'node:path';
import { PROJECT_ROOT } from './project-root.mjs';

/**
 * Brings the database up to date; gives the names of the migrations that were missing.
 * @param {string} url
 * @returns {Promise<string[]>}
 */
export async function migrateDatabase(url) {
  const { tsImport } = await import('tsx/esm/api');
  const options = { parentURL: import.meta.url, tsconfig: join(PROJECT_ROOT, 'tsconfig.json') };
  /** @type {[typeof import('../db/client'), typeof import('../db/migrate')]} the modules of these names */
  const [{ connect }, { migrateToLatest }] = await Promise.all([tsImport('../db/client.ts', options), tsImport('../db/migrate.ts', options)]);
  const db = connect(url, { maxConnections: 1, applicationName: 'gosight-migrate' });
  try {
    return await migrateToLatest(db);
  } finally {
    await db.destroy();
  }
}
