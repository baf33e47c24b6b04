// @ts-check
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';

/** @typedef {{ name: string, uid: number, gid: number }} SystemUser */

/**
 * PostgreSQL refuses to run as root. Gives the user to become, or undefined when we are an ordinary user already.
 * @returns {SystemUser | undefined}
 */
export function findSystemUser() {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const user = lookUp(name);
    // In a namespace that maps one user only, becoming another fails: only a real spawn tells.
    if (user && spawnSync('/bin/sh', ['-c', 'exit 0'], { ...asUser(user), stdio: 'ignore' }).status === 0) return user;
  }
  throw new Error('PostgreSQL refuses to run as root, and neither "postgres" nor "nobody" can be used instead. Start this as an ordinary user, or set DATABASE_URL.');
}

/**
 * Spawn options: as that user, from a folder that every user can stand in.
 * @param {SystemUser | undefined} user
 * @returns {{ uid?: number, gid?: number, cwd: string, env: NodeJS.ProcessEnv }}
 */
export function asUser(user) {
  const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  return user ? { uid: user.uid, gid: user.gid, cwd: '/', env } : { cwd: '/', env };
}

/**
 * @param {string} path
 * @param {SystemUser | undefined} user
 */
export function giveTo(path, user) {
  if (user) chownSync(path, user.uid, user.gid);
}

/**
 * @param {string} name
 * @returns {SystemUser | undefined}
 */
function lookUp(name) {
  const line = passwdLines(name).find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

/** @param {string} name */
function passwdLines(name) {
  try {
    return execFileSync('getent', ['passwd', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n');
  } catch {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  }
}
