// @ts-check
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS, browsersOfThisMachine, canRun, findBrowser } from './find-browser.mjs';
import { say, step } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runChild } from './run-child.mjs';

const APT = '/usr/bin/apt-get';

/**
 * Finds a browser that really starts, and installs one when there is none. What it finds is put into our own
 * environment, for Playwright's configuration to read.
 */
export async function installBrowser() {
  const found = findBrowser(chromium.executablePath());
  if (found !== undefined && (await starts(found))) return choose(found);
  for (const path of browsersOfThisMachine()) if (await starts(path)) return choose(path);
  return step('Installing a browser', async () => {
    if ((await download()) && (await starts(''))) return choose('');
    if (await installFromDebian()) for (const path of browsersOfThisMachine()) if (await starts(path)) return choose(path);
    const packaged = await unpackFromNpm();
    if (packaged && (await starts(packaged))) return choose(packaged);
    throw new Error('No browser could be found or installed. Install Chromium, or name one that runs by GOSIGHT_BROWSER.');
  });
}

/** @param {string} path */
function choose(path) {
  if (path) process.env.GOSIGHT_BROWSER = path;
  else delete process.env.GOSIGHT_BROWSER;
}

/** @param {string} path */
async function starts(path) {
  try {
    const browser = await chromium.launch({ ...(path ? { executablePath: path } : {}), args: BROWSER_ARGS, timeout: 60_000 });
    const page = await browser.newPage();
    await page.setContent('<p>ready</p>');
    const text = await page.textContent('p');
    await browser.close();
    return text === 'ready';
  } catch {
    return false;
  }
}

/** Playwright's own download; where its host cannot be reached it fails soon. */
async function download() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env };
  return (await runQuietly('the download of a browser', [process.execPath, cli, 'install', 'chromium'], env)) === 0;
}

async function installFromDebian() {
  if (process.getuid?.() !== 0 || !canRun(APT)) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  say('  apt-get install chromium');
  await runQuietly('apt-get', [APT, ...wait, 'update'], env);
  return (await runQuietly('apt-get', [APT, ...wait, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], env)) === 0;
}

/** A Chromium that comes as a package, with the libraries it needs. */
async function unpackFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // It brings its libraries along only where it believes to be at its usual host.
  Object.assign(process.env, { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } catch (error) {
    say(`  ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/**
 * @param {string} name
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} env
 */
async function runQuietly(name, command, env) {
  return runChild(name, command, { cwd: PROJECT_ROOT, env, silent: true });
}
