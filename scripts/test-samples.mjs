// @ts-check
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { runChild } from './run-child.mjs';
import { PROJECT_ROOT } from './project-root.mjs';

const folder = process.argv[2];
if (folder === undefined || process.argv.length > 3) {
  console.error('usage: npm run test:samples -- DIR    (a folder with counts.json and the files it names)');
  process.exit(2);
}
const path = resolve(folder);
if (!existsSync(path) || !statSync(path).isDirectory() || !existsSync(`${path}/counts.json`)) {
  console.error(`there is no folder with a counts.json at ${path}`);
  process.exit(2);
}
const tsx = ['--import', 'tsx', 'scripts/samples/run-samples.ts', path];
process.exitCode = await runChild('samples', [process.execPath, ...tsx], { cwd: PROJECT_ROOT, env: { ...process.env, LOG_LEVEL: 'warn' } });
