// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { clusterSettings } from './cluster-settings.mjs';
import { clusterUrl, withConnection } from './connect-cluster.mjs';
import { asUser, giveTo } from './system-user.mjs';

const READY_WITHIN_MS = 120_000;
const RETRY_FOR_MS = 20_000;
// The port was taken between our look and its bind; or children of a killed server still hold its memory.
const PASSES_BY_ITSELF = /could not bind|Address already in use|still in use|lock file "postmaster\.pid" already exists/;

/**
 * Spawns a server on a free port of the loopback and waits until it answers.
 * @param {{ bin: string, place: import('./cluster-place.mjs').ClusterPlace, password: string, user: import('./system-user.mjs').SystemUser | undefined, throwaway: boolean, port?: number | undefined }} cluster
 * @returns {Promise<import('./adopt-cluster.mjs').RunningCluster>}
 */
export async function runServer(cluster) {
  const deadline = Date.now() + RETRY_FOR_MS;
  for (;;) {
    const port = cluster.port ?? (await freePort());
    const { child, complaint } = spawnServer(cluster, port);
    if (await becomesReady(child, clusterUrl(port, cluster.password, 'postgres'))) {
      child.unref();
      return { pid: /** @type {number} a child that became ready was spawned */ (child.pid), port };
    }
    const said = complaint();
    if (!PASSES_BY_ITSELF.test(said) || Date.now() > deadline) throw new Error(`PostgreSQL did not start. Its log, ${cluster.place.logFile}, ends:\n${said}`);
    await wait(200);
  }
}

/** A port of the loopback that nobody listens on now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} a TCP server has one */ (server.address());
      server.close(() => resolve(address.port));
    });
  });
}

/**
 * @param {Parameters<typeof runServer>[0]} cluster
 * @param {number} port
 */
function spawnServer({ bin, place, user, throwaway }, port) {
  const log = openSync(place.logFile, 'a', 0o600);
  giveTo(place.logFile, user);
  const before = readFileSync(place.logFile).length;
  const settings = { listen_addresses: '127.0.0.1', port: `${port}`, unix_socket_directories: '', log_checkpoints: 'off', ...clusterSettings({ throwaway }) };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: Ctrl-C in the terminal must reach node alone, which then stops the web server first.
  const child = spawn(join(bin, 'postgres'), ['-D', place.data, ...options], { ...asUser(user), detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  return { child, complaint: () => readFileSync(place.logFile).subarray(before).toString('utf8').slice(-2_000) };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} url
 */
async function becomesReady(child, url) {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!ended && Date.now() < deadline) {
    const ready = await withConnection(url, (client) => client.query('SELECT 1')).then(() => true, () => false);
    if (ready) return true;
    await wait(25);
  }
  child.kill('SIGQUIT');
  return false;
}
