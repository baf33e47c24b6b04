// @ts-check
import { installPackages } from './install-packages.mjs';
import { say } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runChild } from './run-child.mjs';
import { endAll, endOnSignals } from './shutdown.mjs';

/**
 * The whole of a script that needs the built product: installs what is missing, builds, runs the command and ends with its exit code.
 * @param {string} title what the command is, for whoever is told that it ended
 * @param {string[]} nodeArguments
 * @param {{ browser?: boolean, env?: Record<string, string> }} [needs]
 * @returns {Promise<never>}
 */
export async function runOnBuild(title, nodeArguments, { browser = false, env = {} } = {}) {
  endOnSignals(say);
  process.exitCode = 1;
  await installPackages();
  // Of packages that were not there before.
  const [{ buildProduct }, { installBrowser }] = await Promise.all([import('./build-product.mjs'), import('./install-browser.mjs')]);
  if (browser) await installBrowser();
  await buildProduct();
  process.exitCode = await runChild(title, [process.execPath, ...nodeArguments], { cwd: PROJECT_ROOT, env: { ...process.env, ...env } });
  await endAll(say);
  process.exit();
}
