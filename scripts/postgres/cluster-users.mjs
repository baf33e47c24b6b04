// @ts-check
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isProcessAlive, processStart } from './process-alive.mjs';

/**
 * Notes that this process uses the cluster. The answer takes the note away and says whether nobody else is left:
 * two servers may share one cluster, and the last to leave turns off the light.
 * @param {string} folder
 * @returns {() => boolean}
 */
export function joinCluster(folder) {
  const users = join(folder, 'users');
  mkdirSync(users, { recursive: true });
  const note = join(users, `${process.pid}-${joined++}`);
  writeFileSync(note, processStart(process.pid));
  return () => {
    rmSync(note, { force: true });
    return readdirSync(users).every((name) => !isUsing(users, name));
  };
}

let joined = 0;

/**
 * @param {string} users
 * @param {string} name
 */
function isUsing(users, name) {
  const pid = Number.parseInt(name, 10);
  const note = join(users, name);
  try {
    if (isProcessAlive(pid) && readFileSync(note, 'utf8') === processStart(pid)) return true;
  } catch {
    return false;
  }
  rmSync(note, { force: true });
  return false;
}
