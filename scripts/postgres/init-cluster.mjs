// @ts-check
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asUser, giveTo } from './system-user.mjs';

/**
 * Makes the cluster unless it is there; gives the superuser's password.
 * @param {{ bin: string, place: import('./cluster-place.mjs').ClusterPlace, user: import('./system-user.mjs').SystemUser | undefined, throwaway: boolean }} cluster
 */
export function initCluster({ bin, place, user, throwaway }) {
  if (existsSync(join(place.data, 'PG_VERSION'))) return readFileSync(place.passwordFile, 'utf8').trim();
  const password = randomBytes(24).toString('hex');
  rmSync(place.passwordFile, { force: true });
  writeFileSync(place.passwordFile, `${password}\n`, { mode: 0o600 });
  giveTo(place.passwordFile, user);

  // Made aside and renamed, so that an interrupted initdb leaves nothing that looks like a cluster.
  const half = `${place.data}.new`;
  rmSync(half, { recursive: true, force: true });
  const options = ['--username=postgres', `--pwfile=${place.passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
  if (throwaway) options.push('--no-sync');
  const { status, stderr, stdout, error } = spawnSync(join(bin, 'initdb'), ['-D', half, ...options], { ...asUser(user), encoding: 'utf8' });
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? ''}${stderr ?? ''}${stdout ?? ''}`);
  renameSync(half, place.data);
  return password;
}
