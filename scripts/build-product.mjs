// @ts-check
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdLock } from './hold-lock.mjs';
import { nextCommand, nextEnv } from './next-command.mjs';
import { step } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runChild } from './run-child.mjs';
import { sourceHash } from './source-hash.mjs';

const MARKER = join(PROJECT_ROOT, '.next', 'gosight-source-hash');

/** Builds unless the build that is there was made of these very sources. */
export async function buildProduct() {
  if (isFresh(sourceHash())) return;
  const release = await holdLock(join(PROJECT_ROOT, '.cache', 'build.lock'));
  try {
    const wanted = sourceHash();
    if (isFresh(wanted)) return;
    rmSync(MARKER, { force: true });
    await step('Building', async () => {
      const code = await runChild('the build', nextCommand('build'), { cwd: PROJECT_ROOT, env: nextEnv('production'), quiet: true });
      if (code !== 0) throw new Error(`next build failed with exit code ${code}`);
    });
    writeFileSync(MARKER, wanted);
  } finally {
    release();
  }
}

/** @param {string} wanted */
function isFresh(wanted) {
  return existsSync(join(PROJECT_ROOT, '.next', 'BUILD_ID')) && existsSync(MARKER) && readFileSync(MARKER, 'utf8') === wanted;
}
