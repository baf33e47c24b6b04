#!/usr/bin/env node
// @ts-check
// The command line's entry: it makes sure of the packages, then hands over to scripts/gosight/main.ts.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages } from './install-packages.mjs';
import { loadEnvFile } from './load-env-file.mjs';
import { say } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { endAll, endOnSignals } from './shutdown.mjs';

endOnSignals(() => undefined);
loadEnvFile();
// npm changes into the project; a file is named from where the person stands.
if (process.env.npm_lifecycle_event === 'gosight' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
try {
  await installPackages();
  const { register } = await import('tsx/esm/api');
  process.env.TSX_TSCONFIG_PATH = join(PROJECT_ROOT, 'tsconfig.json');
  register();
  /** @type {typeof import('./gosight/main')} the module of that name */
  const { main } = await import(pathToFileURL(join(PROJECT_ROOT, 'scripts', 'gosight', 'main.ts')).href);
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
await endAll(say);
// What stands in the pipe is read first.
process.stdout.write('', () => process.exit());
