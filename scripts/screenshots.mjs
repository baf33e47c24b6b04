// @ts-check
// Makes the pictures of the documents from the built product and the demo's fleet.
import { installPackages } from './install-packages.mjs';
import { say } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runChild } from './run-child.mjs';
import { endAll, endOnSignals } from './shutdown.mjs';

endOnSignals(say);
process.exitCode = 1;
await installPackages();
const [{ buildProduct }, { installBrowser }] = await Promise.all([import('./build-product.mjs'), import('./install-browser.mjs')]);
await installBrowser();
await buildProduct();
process.exitCode = await runChild('the screenshots', [process.execPath, '--import', 'tsx', 'scripts/take-screenshots.ts'], { cwd: PROJECT_ROOT });
await endAll(say);
process.exit();
