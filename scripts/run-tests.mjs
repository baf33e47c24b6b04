// @ts-check
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildProduct } from './build-product.mjs';
import { installBrowser } from './install-browser.mjs';
import { say } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runChecks } from './run-checks.mjs';
import { runChild } from './run-child.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} VitestReport */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport */

const VITEST_REPORT = join('.cache', 'vitest.json');
const PLAYWRIGHT_REPORT = join('.cache', 'playwright.json');

/**
 * Checks, unit, database, HTTP and browser tests. A part that fails does not keep the others from running.
 * @returns {Promise<Counts>}
 */
export async function runTests() {
  const parts = [() => part('a browser', installed), () => part('checks', checks), () => part('unit, database and HTTP tests', vitest), () => part('browser tests', playwright)];
  /** @type {Counts} */
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const run of parts) {
    const { passed, failed, skipped } = await run();
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

/**
 * @param {string} name
 * @param {() => Promise<Counts>} run
 * @returns {Promise<Counts>}
 */
async function part(name, run) {
  const start = Date.now();
  const counts = await run().catch((error) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const { passed, failed, skipped } = counts;
  say(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${((Date.now() - start) / 1_000).toFixed(0)} s)\n`);
  return counts;
}

/** @returns {Promise<Counts>} */
async function installed() {
  await installBrowser();
  return { passed: 0, failed: 0, skipped: 0 };
}

/** @returns {Promise<Counts>} */
async function checks() {
  return { ...(await runChecks()), skipped: 0 };
}

/** @returns {Promise<Counts>} */
async function vitest() {
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`];
  return runReported(command, VITEST_REPORT, (/** @type {VitestReport} */ { numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  }));
}

/** @returns {Promise<Counts>} */
async function playwright() {
  await buildProduct();
  return runReported(['node_modules/@playwright/test/cli.js', 'test'], PLAYWRIGHT_REPORT, (/** @type {PlaywrightReport} */ { stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

/**
 * @template Report
 * @param {string[]} command
 * @param {string} report
 * @param {(report: Report) => Counts} count
 * @returns {Promise<Counts>}
 */
async function runReported(command, report, count) {
  const file = join(PROJECT_ROOT, report);
  rmSync(file, { force: true });
  const code = await runChild(command[0] ?? '', [process.execPath, ...command], { cwd: PROJECT_ROOT, env: { ...process.env, FORCE_COLOR: process.stderr.isTTY ? '1' : '0' } });
  const counts = count(JSON.parse(readFileSync(file, 'utf8')));
  // A suite that fails outside its tests, a leak for one, fails no test.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
