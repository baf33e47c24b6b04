// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocs } from './check-docs.mjs';
import { checkSizes } from './check-sizes.mjs';
import { nextCommand, nextEnv } from './next-command.mjs';
import { say } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runChild } from './run-child.mjs';

const FOLDERS = ['app', 'components', 'server', 'db', 'domain', 'e2e', 'scripts', 'instrumentation.ts'];

/** Each answers what is wrong; its output has been shown then. @type {Record<string, () => Promise<boolean>>} */
const CHECKS = {
  // A route's own types are written by next.
  types: async () => (await run('types', nextCommand('typegen'))) && run('types', tool('typescript/bin/tsc', '--noEmit', '-p', '.')),
  lint: () => run('lint', tool('eslint/bin/eslint.js', '.', '--max-warnings=0', '--cache', '--cache-strategy=content', '--cache-location=.cache/eslint')),
  imports: () => run('imports', tool('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', ...FOLDERS.filter(exists))),
  schema: () => run('schema', [process.execPath, 'scripts/schema.mjs', '--check']),
  sizes: async () => tell(checkSizes()),
  documents: async () => tell(checkDocs()),
};

/**
 * Runs every check, two at a time; what fails has said why.
 * @returns {Promise<{ passed: number, failed: string[] }>} the names of those that failed
 */
export async function runChecks() {
  const names = Object.keys(CHECKS);
  /** @type {string[]} */
  const failed = [];
  const next = async () => {
    for (let name = names.shift(); name; name = names.shift()) {
      const start = Date.now();
      const passed = await CHECKS[name]?.();
      if (!passed) failed.push(`the check of ${name}`);
      say(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - start) / 1_000).toFixed(1)} s)`);
    }
  };
  await Promise.all([next(), next()]);
  return { passed: Object.keys(CHECKS).length - failed.length, failed };
}

/**
 * @param {string} name
 * @param {string[]} command
 */
async function run(name, command) {
  return (await runChild(name, command, { cwd: PROJECT_ROOT, env: nextEnv('development'), quiet: true })) === 0;
}

/**
 * @param {string} script
 * @param {string[]} args
 */
function tool(script, ...args) {
  return [process.execPath, join('node_modules', script), ...args];
}

/** @param {string[]} problems */
async function tell(problems) {
  for (const problem of problems) say(problem);
  return problems.length === 0;
}

/** @param {string} path */
function exists(path) {
  return existsSync(join(PROJECT_ROOT, path));
}
