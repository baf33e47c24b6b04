// @ts-check
// The benchmark of docs/benchmark.md. Its last line of standard output is one JSON object.
import { installPackages } from './install-packages.mjs';
import { SERVER_FLAGS } from './next-command.mjs';
import { say } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runChild } from './run-child.mjs';
import { endAll, endOnSignals } from './shutdown.mjs';

endOnSignals(say);
process.exitCode = 1;
await installPackages();
const { buildProduct } = await import('./build-product.mjs');
await buildProduct();
// The data layer is measured in a process like the server's.
const command = [process.execPath, ...SERVER_FLAGS, '--import', 'tsx', 'scripts/bench/run-bench.ts', ...process.argv.slice(2)];
process.exitCode = await runChild('the benchmark', command, { cwd: PROJECT_ROOT, env: { ...process.env, LOG_LEVEL: 'warn' } });
await endAll(say);
process.exit();
