// @ts-check
import { readFileSync } from 'node:fs';

/**
 * Whether a process still runs. A zombie counts as dead: in a container nobody may ever reap it.
 * @param {number} pid
 */
export function isProcessAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and belongs to somebody else.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return statFields(pid)?.[0] !== 'Z';
}

/**
 * A mark that a later process with the same id does not share; empty where the system has none to read.
 * @param {number} pid
 */
export function processStart(pid) {
  return statFields(pid)?.[19] ?? '';
}

/** @param {number} pid */
function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold spaces and parentheses.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
