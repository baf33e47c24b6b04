// @ts-check
// Writes db/schema.ts from a migrated database; with --check only says whether it would change.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPostgres } from './postgres/start-postgres.mjs';
import { makeThrowawayFolder, removeFolder } from './postgres/throwaway-folder.mjs';
import { say } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { endAll, endLater, endOnSignals } from './shutdown.mjs';

const FILE = join(PROJECT_ROOT, 'db', 'schema.ts');

endOnSignals(say);
try {
  const wanted = await generate();
  if (!process.argv.includes('--check')) await writeFile(FILE, wanted);
  else if (wanted !== (await readFile(FILE, 'utf8'))) throw new Error('db/schema.ts is not what the migrations make: run npm run schema');
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}
await endAll(say);
process.exit();

async function generate() {
  const folder = await makeThrowawayFolder();
  endLater('the folder', () => removeFolder(folder));
  const postgres = await startPostgres({ dataDir: folder, throwaway: true });
  endLater('PostgreSQL', postgres.stop);
  const { tsImport } = await import('tsx/esm/api');
  /** @type {typeof import('./schema')} the module of that name */
  const { generateSchema } = await tsImport('./schema.ts', { parentURL: import.meta.url, tsconfig: join(PROJECT_ROOT, 'tsconfig.json') });
  return generateSchema(postgres.url);
}
