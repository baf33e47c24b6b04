// @ts-check
import { installPackages } from './install-packages.mjs';
import { say } from './progress.mjs';
import { endAll, endOnSignals, isEnding } from './shutdown.mjs';

endOnSignals(say);
// Whatever cuts the run short, it has not passed.
process.exitCode = 1;
Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1' });
let summary = '0 passed, 1 failed, 0 skipped';
try {
  await installPackages();
  const { runTests } = await import('./run-tests.mjs');
  const { passed, failed, skipped } = await runTests();
  summary = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  if (failed === 0 && passed > 0) process.exitCode = 0;
} catch (error) {
  if (!isEnding()) say(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
await endAll(say);
// The last word, on the stream that is read for it.
process.stdout.write(`${summary}\n`, () => process.exit());
