// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { asUser, giveTo } from './system-user.mjs';

const ELSEWHERE = '/var/lib/gosight-registry';

/** @typedef {{ folder: string, data: string, passwordFile: string, logFile: string }} ClusterPlace */

/**
 * Where the cluster lies. As root it must be a place that the user we become can reach, which a 0700 home is not.
 * @param {string} dataDir
 * @param {import('./system-user.mjs').SystemUser | undefined} user
 * @returns {ClusterPlace}
 */
export function findClusterPlace(dataDir, user) {
  const wanted = join(resolve(dataDir), 'postgres');
  mkdirSync(dirname(wanted), { recursive: true });
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 16);
  const folder = canReach(dirname(wanted), user) ? wanted : join(ELSEWHERE, name);
  mkdirSync(folder, { recursive: true });
  giveTo(folder, user);
  return { folder, data: join(folder, 'data'), passwordFile: join(folder, 'password'), logFile: join(folder, 'postgres.log') };
}

/**
 * The major version that wrote the data, undefined when there is none yet.
 * @param {ClusterPlace} place
 */
export function dataMajor(place) {
  const file = join(place.data, 'PG_VERSION');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

/**
 * The same binaries where that user can run them: a copy outside when the checkout is closed to it.
 * @param {import('./find-binaries.mjs').Binaries} binaries
 * @param {import('./system-user.mjs').SystemUser | undefined} user
 */
export function reachableBinaries(binaries, user) {
  if (runs(binaries.bin, user)) return binaries;
  const copy = join(ELSEWHERE, `postgresql-${binaries.version}`);
  if (!runs(join(copy, 'bin'), user)) {
    const half = `${copy}.${process.pid}`;
    mkdirSync(ELSEWHERE, { recursive: true });
    cpSync(dirname(binaries.bin), half, { recursive: true, verbatimSymlinks: true });
    rmSync(copy, { recursive: true, force: true });
    renameSync(half, copy);
  }
  return { ...binaries, bin: join(copy, 'bin') };
}

/**
 * @param {string} folder
 * @param {import('./system-user.mjs').SystemUser | undefined} user
 */
function canReach(folder, user) {
  if (!user) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...asUser(user), stdio: 'ignore' }).status === 0;
}

/**
 * @param {string} bin
 * @param {import('./system-user.mjs').SystemUser | undefined} user
 */
function runs(bin, user) {
  return spawnSync(join(bin, 'postgres'), ['--version'], { ...asUser(user), stdio: 'ignore' }).status === 0;
}
