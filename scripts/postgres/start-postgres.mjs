// @ts-check
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { holdLock } from '../hold-lock.mjs';
import { adoptCluster, readPidFile } from './adopt-cluster.mjs';
import { joinCluster } from './cluster-users.mjs';
import { dataMajor, findClusterPlace, reachableBinaries } from './cluster-place.mjs';
import { clusterUrl, ensureDatabase } from './connect-cluster.mjs';
import { findBinaries } from './find-binaries.mjs';
import { initCluster } from './init-cluster.mjs';
import { isProcessAlive } from './process-alive.mjs';
import { runServer } from './run-server.mjs';
import { findSystemUser } from './system-user.mjs';

const DATABASE = 'gosight';
const STOP_WITHIN_MS = 30_000;

/**
 * @typedef {object} StartOptions
 * @property {string} dataDir the cluster is kept in its folder `postgres`
 * @property {(line: string) => void} [log] progress, for people
 * @property {boolean} [throwaway] fast and not durable: for tests
 * @property {number} [port] of the loopback; a free one unless given
 * @property {'any' | 'installed'} [source] `installed` passes over the npm package
 *
 * @typedef {object} Postgres
 * @property {string} url of the database `gosight`, as superuser
 * @property {boolean} adopted whether the server was running already
 * @property {string} version
 * @property {number} pid
 * @property {() => Promise<void>} stop waits for the end of the server, unless another process still uses it
 */

/**
 * Starts the embedded PostgreSQL, or adopts the one that already runs on this data.
 * @param {StartOptions} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir, log = () => undefined, throwaway = false, port, source = 'any' }) {
  const user = findSystemUser();
  const place = findClusterPlace(dataDir, user);
  const lock = join(place.folder, 'start.lock');
  const release = await holdLock(lock);
  try {
    const binaries = reachableBinaries(findBinaries({ major: dataMajor(place), source }), user);
    if (dataMajor(place) === undefined) log(`PostgreSQL ${binaries.version}: making a new cluster in ${place.folder}`);
    const password = initCluster({ bin: binaries.bin, place, user, throwaway });
    const found = await adoptCluster(place);
    const running = found ?? (await runServer({ bin: binaries.bin, place, password, user, throwaway, port }));
    const leave = joinCluster(place.folder);
    await ensureDatabase(clusterUrl(running.port, password, 'postgres'), DATABASE);
    log(`PostgreSQL ${binaries.version}: ${found ? 'found running' : 'started'} on port ${running.port}`);
    return {
      url: clusterUrl(running.port, password, DATABASE),
      adopted: found !== undefined,
      version: binaries.version,
      pid: running.pid,
      stop: once(async () => {
        // Under the lock: whoever starts now must not adopt a server that is about to end.
        const letGo = await holdLock(lock);
        try {
          if (leave()) await stopServer(place.data, running.pid);
        } finally {
          letGo();
        }
      }),
    };
  } finally {
    release();
  }
}

/**
 * Fast shutdown: sessions are ended, nothing is lost.
 * @param {string} data
 * @param {number} pid
 */
async function stopServer(data, pid) {
  if (readPidFile(data)?.pid !== pid || !isProcessAlive(pid)) return;
  const deadline = Date.now() + STOP_WITHIN_MS;
  process.kill(pid, 'SIGINT');
  while (isProcessAlive(pid)) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${pid}) did not end within ${STOP_WITHIN_MS / 1_000} s`);
    await wait(20);
  }
}

/** @param {() => Promise<void>} action */
function once(action) {
  /** @type {Promise<void> | undefined} */
  let running;
  return () => (running ??= action());
}
