// @ts-check
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { clusterUrl, withConnection } from './connect-cluster.mjs';
import { isProcessAlive } from './process-alive.mjs';

const SILENT_FOR_MS = 5_000;

/** @typedef {{ pid: number, port: number }} RunningCluster */

/**
 * The server that already runs on this data, if it is ours: it takes our password and names our data folder.
 * @param {import('./cluster-place.mjs').ClusterPlace} place
 * @returns {Promise<RunningCluster | undefined>}
 */
export async function adoptCluster(place) {
  const deadline = Date.now() + SILENT_FOR_MS;
  for (;;) {
    const running = readPidFile(place.data);
    if (!running || !isProcessAlive(running.pid)) return undefined;
    if (running.port && existsSync(place.passwordFile) && (await servesOurData(place, running.port))) return running;
    // Alive but silent: it may be starting or recovering, or the id belongs to another process by now.
    if (Date.now() > deadline) return undefined;
    await wait(50);
  }
}

/**
 * @param {string} data
 * @returns {RunningCluster | undefined}
 */
export function readPidFile(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3] ?? 0) } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {import('./cluster-place.mjs').ClusterPlace} place
 * @param {number} port
 */
async function servesOurData(place, port) {
  try {
    const url = clusterUrl(port, readFileSync(place.passwordFile, 'utf8').trim(), 'postgres');
    const folder = await withConnection(url, async (client) => (await client.query('SHOW data_directory')).rows[0].data_directory);
    return realpathSync(folder) === realpathSync(place.data);
  } catch {
    return false;
  }
}
