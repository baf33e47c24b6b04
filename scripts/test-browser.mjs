// @ts-check
// The browser tests alone; arguments go to Playwright: npm run test:browser -- edit-tags
import { installPackages } from './install-packages.mjs';
import { say } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runChild } from './run-child.mjs';
import { endAll, endOnSignals } from './shutdown.mjs';

endOnSignals(say);
process.exitCode = 1;
await installPackages();
const { installBrowser } = await import('./install-browser.mjs');
await installBrowser();
// Before the tests: their time limits know nothing of a build.
const { buildProduct } = await import('./build-product.mjs');
await buildProduct();
process.exitCode = await runChild('Playwright', [process.execPath, 'node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)], { cwd: PROJECT_ROOT });
await endAll(say);
process.exit();
