// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './project-root.mjs';

/** Takes the variables of the file `.env` that the shell has not set. */
export function loadEnvFile() {
  const file = join(PROJECT_ROOT, '.env');
  if (!existsSync(file)) return;
  for (const [name, value] of parseEnv(readFileSync(file, 'utf8'))) process.env[name] ??= value;
}

/**
 * @param {string} text
 * @returns {[name: string, value: string][]}
 */
export function parseEnv(text) {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, name, raw = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (!name) return [];
    const [, , quoted] = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(raw) ?? [];
    return [[name, quoted ?? raw.replace(/(^|\s+)#.*$/, '')]];
  });
}
