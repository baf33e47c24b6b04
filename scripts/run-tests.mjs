// @ts-check
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildProduct } from './build-product.mjs';
import { installBrowser } from './install-browser.mjs';
import { say } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runChecks } from './run-checks.mjs';
import { runChild } from './run-child.mjs';

/** What ran; of what failed, the names. @typedef {{ passed: number, failed: string[], skipped: number }} Outcome */
/** @typedef {{ numPassedTests: number, numPendingTests: number, numTodoTests: number, testResults: { name: string, status: string, assertionResults: { fullName: string, status: string }[] }[] }} VitestReport */
/** @typedef {{ title: string, suites?: PlaywrightSuite[], specs: { title: string, tests: { status: string }[] }[] }} PlaywrightSuite */
/** @typedef {{ stats: { expected: number, skipped: number }, suites: PlaywrightSuite[] }} PlaywrightReport */

const VITEST_REPORT = join('.cache', 'vitest.json');
const PLAYWRIGHT_REPORT = join('.cache', 'playwright.json');

/**
 * Checks, unit, database, HTTP and browser tests. A part that fails does not keep the others from running. What failed is
 * named once more at the end, where the output of a long run is looked at first.
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runTests() {
  const outcomes = [
    await part('a browser', installed),
    await part('checks', checks),
    await part('unit, database and HTTP tests', vitest),
    await part('browser tests', playwright),
  ];
  const failed = outcomes.flatMap((outcome) => outcome.failed);
  for (const name of failed) say(`✗ ${name}`);
  return { passed: total(outcomes.map(({ passed }) => passed)), failed: failed.length, skipped: total(outcomes.map(({ skipped }) => skipped)) };
}

/**
 * @param {string} name
 * @param {() => Promise<Outcome>} run
 * @returns {Promise<Outcome>}
 */
async function part(name, run) {
  const start = Date.now();
  const outcome = await run().catch((error) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { passed: 0, failed: [name], skipped: 0 };
  });
  const { passed, failed, skipped } = outcome;
  say(`${failed.length === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed.length} failed, ${skipped} skipped (${((Date.now() - start) / 1_000).toFixed(0)} s)\n`);
  return outcome;
}

/** @returns {Promise<Outcome>} */
async function installed() {
  await installBrowser();
  return { passed: 0, failed: [], skipped: 0 };
}

/** @returns {Promise<Outcome>} */
async function checks() {
  return { ...(await runChecks()), skipped: 0 };
}

/** @returns {Promise<Outcome>} */
async function vitest() {
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`];
  return runReported(command, VITEST_REPORT, (/** @type {VitestReport} */ { numPassedTests, numPendingTests, numTodoTests, testResults }) => ({
    passed: numPassedTests,
    failed: testResults.filter(isFailed).flatMap(({ name, assertionResults }) => {
      const file = relative(PROJECT_ROOT, name);
      const tests = assertionResults.filter(isFailed);
      // None of them when it is the file itself: a leak that is found after its last test.
      return tests.length === 0 ? [file] : tests.map(({ fullName }) => `${file} › ${fullName}`);
    }),
    skipped: numPendingTests + numTodoTests,
  }));
}

/** @returns {Promise<Outcome>} */
async function playwright() {
  await buildProduct();
  return runReported(['node_modules/@playwright/test/cli.js', 'test'], PLAYWRIGHT_REPORT, (/** @type {PlaywrightReport} */ { stats, suites }) => ({
    passed: stats.expected,
    failed: suites.flatMap(notPassed),
    skipped: stats.skipped,
  }));
}

/** @param {{ status: string }} result */
function isFailed({ status }) {
  return status === 'failed';
}

/**
 * Flaky ones too.
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
function notPassed({ title, suites = [], specs }) {
  const own = specs.flatMap((spec) => spec.tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').map(() => spec.title));
  return [...own, ...suites.flatMap(notPassed)].map((name) => `${title} › ${name}`);
}

/**
 * @template Report
 * @param {string[]} command
 * @param {string} report
 * @param {(report: Report) => Outcome} read
 * @returns {Promise<Outcome>}
 */
async function runReported(command, report, read) {
  const file = join(PROJECT_ROOT, report);
  rmSync(file, { force: true });
  const code = await runChild(command[0] ?? '', [process.execPath, ...command], { cwd: PROJECT_ROOT, env: { ...process.env, FORCE_COLOR: process.stderr.isTTY ? '1' : '0' } });
  const outcome = read(JSON.parse(readFileSync(file, 'utf8')));
  // An error that nobody caught fails no test.
  return code !== 0 && outcome.failed.length === 0 ? { ...outcome, failed: [`${command[0]} exited with ${code} though no test failed`] } : outcome;
}

/** @param {number[]} numbers */
function total(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}
