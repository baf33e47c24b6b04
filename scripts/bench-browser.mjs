// @ts-check
// The benchmark of the inventory page in a real browser. Its last line of standard output is one JSON object.
import { runOnBuild } from './run-on-build.mjs';

const command = ['--import', 'tsx', 'scripts/bench-browser/run-bench-browser.ts', ...process.argv.slice(2)];
await runOnBuild('the benchmark', command, { browser: true, env: { LOG_LEVEL: 'warn' } });
