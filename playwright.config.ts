import { availableParallelism } from 'node:os';
import { chromium, defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './scripts/find-browser.mjs';

const executablePath = findBrowser(chromium.executablePath());

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  // Each worker has a browser, a web server and a PostgreSQL of its own.
  workers: availableParallelism() > 3 ? 2 : 1,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: {
    browserName: 'chromium',
    colorScheme: 'light',
    locale: 'en-US',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: BROWSER_ARGS, timeout: 120_000, ...(executablePath ? { executablePath } : {}) },
  },
});
