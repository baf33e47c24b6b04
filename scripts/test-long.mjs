// @ts-check
// The twin tests, which hold the fleet index equal to SQL, over twenty times as many random cases as `npm test` takes. Minutes.
import { installPackages } from './install-packages.mjs';
import { say } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runChild } from './run-child.mjs';
import { endAll, endOnSignals } from './shutdown.mjs';

const NO_LIMIT = '--test-timeout=0';

endOnSignals(say);
process.exitCode = 1;
await installPackages();
const command = [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', 'server/fleet/twin.test.ts', NO_LIMIT, ...process.argv.slice(2)];
process.exitCode = await runChild('the long tests', command, { cwd: PROJECT_ROOT, env: { ...process.env, GOSIGHT_TEST_LONG: '1' } });
await endAll(say);
process.exit();
