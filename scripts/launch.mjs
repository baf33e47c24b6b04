// @ts-check
import { buildProduct } from './build-product.mjs';
import { installPackages } from './install-packages.mjs';
import { loadEnvFile } from './load-env-file.mjs';
import { say, step } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runChild, startChild } from './run-child.mjs';
import { serveProduct } from './serve-product.mjs';
import { endAll, endOnSignals, isEnding } from './shutdown.mjs';
import { readEnv } from '../server/env.mjs';

/**
 * From a clean clone to a served product, until a signal ends it.
 * @param {{ mode: 'start' | 'dev', demo: boolean }} options
 */
export async function launch({ mode, demo }) {
  endOnSignals(say);
  try {
    loadEnvFile();
    if (demo) process.env.GOSIGHT_SELF_REPORT ??= '1';
    const env = readEnv(process.env);
    await installPackages();
    await Promise.all([mode === 'dev' ? undefined : buildProduct(), prepareDatabase(env, demo)]);
    const { url, ended } = await step('Starting the web server', () => serveProduct({ mode, host: env.HOST, port: env.PORT }));
    if (demo) startDemoHeartbeats(url);
    if (env.GOSIGHT_INSECURE) say('GOSIGHT_INSECURE=1: nobody has to sign in, and whoever reaches this server may read and change everything.');
    say(`\nGoSight Registry is ready:\n`);
    console.log(`  ${url}`);
    say(`\nCtrl-C ends it.`);
    const code = await ended;
    if (!isEnding()) throw new Error(`The web server ended by itself with exit code ${code}`);
  } catch (error) {
    // While ending, whatever was under way fails: that is no news.
    if (!isEnding()) {
      say(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
  }
  await endAll(say);
  process.exit();
}

/**
 * @param {import('../server/env.mjs').Env} env
 * @param {boolean} demo
 */
async function prepareDatabase(env, demo) {
  // What comes with the packages can be loaded only now.
  const { openDatabase } = await import('./open-database.mjs');
  const { migrateDatabase } = await import('./migrate-database.mjs');
  const url = await openDatabase(env);
  const applied = await migrateDatabase(url);
  if (applied.length > 0) say(`✓ Migrated: ${applied.join(', ')}`);
  if (!demo) return;
  const code = await runChild('the demo fleet', [process.execPath, '--import', 'tsx', 'scripts/seed/fill-demo.ts'], { cwd: PROJECT_ROOT, env: { ...process.env, DATABASE_URL: url } });
  if (code !== 0) throw new Error(`Filling the demo fleet failed with exit code ${code}`);
}

/** @param {string} url */
function startDemoHeartbeats(url) {
  const command = [process.execPath, '--import', 'tsx', 'scripts/seed/demo-heartbeats.ts', '--url', url];
  startChild('the demo heartbeats', command, { cwd: PROJECT_ROOT, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}
