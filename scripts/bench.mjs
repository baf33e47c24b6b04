// @ts-check
// The benchmark of docs/benchmark.md. Its last line of standard output is one JSON object.
import { SERVER_FLAGS } from './next-command.mjs';
import { runOnBuild } from './run-on-build.mjs';

// The data layer is measured in a process like the server's.
const command = [...SERVER_FLAGS, '--import', 'tsx', 'scripts/bench/run-bench.ts', ...process.argv.slice(2)];
await runOnBuild('the benchmark', command, { env: { LOG_LEVEL: 'warn' } });
