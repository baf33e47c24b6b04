// @ts-check
import { installPackages } from './install-packages.mjs';
import { say } from './progress.mjs';
import { endAll, endOnSignals } from './shutdown.mjs';

endOnSignals(say);
process.exitCode = 1;
await installPackages();
const { runChecks } = await import('./run-checks.mjs');
const { failed } = await runChecks();
if (failed.length === 0) process.exitCode = 0;
await endAll(say);
process.exit();
