// @ts-check
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isProcessAlive } from './process-alive.mjs';

const WAIT_MS = 180_000;

/**
 * Two starts at once on one data folder: the second waits for the first, then adopts its server.
 * @param {string} folder
 * @returns {Promise<() => void>}
 */
export async function holdStartLock(folder) {
  const file = join(folder, 'start.lock');
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    if (take(file)) return () => rmSync(file, { force: true });
    const holder = readHolder(file);
    if (holder && !isProcessAlive(holder)) rmSync(file, { force: true });
    else if (Date.now() > deadline) throw new Error(`Another start has held ${file} for ${WAIT_MS / 1_000} s. Remove it if no other start is running.`);
    else await wait(50);
  }
}

/** @param {string} file */
function take(file) {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function readHolder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}
