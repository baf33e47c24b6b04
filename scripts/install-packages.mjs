// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runChild } from './run-child.mjs';

const LOCK = join(PROJECT_ROOT, 'package-lock.json');
const INSTALLED = join(PROJECT_ROOT, 'node_modules', '.package-lock.json');
const MARKER = join(PROJECT_ROOT, 'node_modules', '.gosight');

/** Installs the packages of the lock file unless they are there. */
export async function installPackages() {
  const wanted = `${createHash('sha256').update(readFileSync(LOCK)).digest('hex')} ${process.platform} ${process.arch}`;
  if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === wanted) return;
  if (!isInstalled()) {
    await step('Installing packages', async () => {
      // NODE_ENV=production would leave out what the build needs.
      const code = await runChild('npm', [...npm(), 'ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: PROJECT_ROOT, quiet: true });
      if (code !== 0) throw new Error(`npm ci failed with exit code ${code}`);
    });
  }
  writeFileSync(MARKER, wanted);
}

function npm() {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js') ? [process.execPath, script] : ['npm'];
}

/** npm's own record of what it installed, compared with the lock. */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const wanted = packagesOf(LOCK);
  const found = packagesOf(INSTALLED);
  return Object.entries(wanted).every(([path, entry]) => path === '' || found[path]?.version === entry.version || (entry.optional && !found[path]));
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
