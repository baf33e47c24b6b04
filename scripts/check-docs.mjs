// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from './list-files.mjs';
import { PROJECT_ROOT } from './project-root.mjs';

const FOLDERS = /^(app|components|server|db|domain|public|e2e|scripts|docs|\.ci)\//;
const PLACEHOLDER = /[*<>{}…]|\.\.\./;
const NPM_SHORTHANDS = ['test', 'start'];

/** What the documents name and what is not there: paths, links and npm scripts. */
export function checkDocs() {
  const scripts = Object.keys(JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')).scripts);
  return listFiles()
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => problemsOf(path, readFileSync(join(PROJECT_ROOT, path), 'utf8'), scripts));
}

/**
 * @param {string} document
 * @param {string} text
 * @param {string[]} scripts
 */
export function problemsOf(document, text, scripts) {
  const named = [...text.matchAll(/`([^`\s]+)`/g)].flatMap(([, code = '']) => (FOLDERS.test(code) && !PLACEHOLDER.test(code) ? [code.replace(/:\d+$/, '')] : []));
  const linked = [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => (/^(\w+:|#)/.test(target) ? [] : [join(dirname(document), target.replace(/#.*$/, ''))]));
  const paths = [...named, ...linked].filter((path) => !existsSync(join(PROJECT_ROOT, path))).map((path) => `${document}: ${path} does not exist`);
  const commands = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)].flatMap(([, script, short]) => script ?? short ?? []);
  const missing = commands.filter((name) => !scripts.includes(name) && !NPM_SHORTHANDS.includes(name)).map((name) => `${document}: there is no npm run ${name}`);
  return [...new Set([...paths, ...missing])];
}
