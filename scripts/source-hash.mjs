// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './project-root.mjs';

const FOLDERS = ['app', 'components', 'server', 'db', 'domain', 'public'];
const NO_SOURCE = /\.(test|spec)\.\w+$|^\.|\.md$/;

/** One hash over everything that a build reads. */
export function sourceHash() {
  const hash = createHash('sha256');
  for (const name of readdirSync(PROJECT_ROOT, { withFileTypes: true }).sort(byName)) {
    if (name.isDirectory() ? FOLDERS.includes(name.name) : isRootSource(name.name)) addTo(hash, name.name, name.isDirectory());
  }
  return hash.digest('hex');
}

/** @param {string} name */
function isRootSource(name) {
  return /\.(ts|mjs|json)$/.test(name) && !/^(next-env|eslint|vitest|playwright)/.test(name);
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 * @param {boolean} isFolder
 */
function addTo(hash, path, isFolder) {
  const full = join(PROJECT_ROOT, path);
  if (!isFolder) {
    hash.update(`${path}\0`).update(createHash('sha256').update(readFileSync(full)).digest());
    return;
  }
  for (const entry of readdirSync(full, { withFileTypes: true }).sort(byName)) {
    if (!NO_SOURCE.test(entry.name)) addTo(hash, `${path}/${entry.name}`, entry.isDirectory());
  }
}

/**
 * @param {{ name: string }} a
 * @param {{ name: string }} b
 */
function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}
