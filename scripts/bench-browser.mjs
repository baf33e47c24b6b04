// @ts-check
// The benchmark of the inventory page in a real browser. Its last line of standard output is one JSON object.
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
const command = [process.execPath, '--import', 'tsx', 'scripts/bench-browser/run-bench-browser.ts', ...process.argv.slice(2)];
process.exitCode = await runChild('the benchmark', command, { cwd: PROJECT_ROOT, env: { ...process.env, LOG_LEVEL: 'warn' } });
await endAll(say);
process.exit();
