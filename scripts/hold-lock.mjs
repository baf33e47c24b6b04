// @ts-check
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isProcessAlive, processStart } from './postgres/process-alive.mjs';

const WAIT_MS = 600_000;

/**
 * One process at a time: waits while another holds the file; takes over from one that died. The answer gives it back.
 * @param {string} file
 * @returns {Promise<() => void>}
 */
export async function holdLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    if (take(file)) return () => rmSync(file, { force: true });
    if (holderIsGone(file)) rmSync(file, { force: true });
    else if (Date.now() > deadline) throw new Error(`Another process has held ${file} for ${WAIT_MS / 60_000} minutes. Remove it if none is running.`);
    else await wait(50);
  }
}

/** @param {string} file */
function take(file) {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, `${process.pid} ${processStart(process.pid)}`);
    closeSync(handle);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function holderIsGone(file) {
  try {
    const [pid, start] = readFileSync(file, 'utf8').split(' ');
    // Empty: taken this moment, its holder not written down yet.
    return Boolean(pid) && !(isProcessAlive(Number(pid)) && processStart(Number(pid)) === start);
  } catch {
    return false;
  }
}
