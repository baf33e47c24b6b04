// @ts-check
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './project-root.mjs';

const NOT_OURS = new Set(['node_modules', 'test-results']);
const DOTTED = new Set(['.ci', '.dependency-cruiser.cjs', '.env.example']);

/**
 * The project's own files, by their path from the root.
 * @param {string} [folder]
 * @returns {string[]}
 */
export function listFiles(folder = '') {
  return readdirSync(join(PROJECT_ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name) || (entry.name.startsWith('.') && !DOTTED.has(entry.name))) return [];
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}
