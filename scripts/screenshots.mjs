// @ts-check
// Makes the pictures of the documents from the built product and the demo's fleet.
import { runOnBuild } from './run-on-build.mjs';

await runOnBuild('the screenshots', ['--import', 'tsx', 'scripts/take-screenshots.ts'], { browser: true });
