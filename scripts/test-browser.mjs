// @ts-check
// The browser tests alone; arguments go to Playwright: npm run test:browser -- edit-tags
// Built before the tests: their time limits know nothing of a build.
import { runOnBuild } from './run-on-build.mjs';

await runOnBuild('Playwright', ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)], { browser: true });
