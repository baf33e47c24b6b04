// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from './project-root.mjs';

const NEXT = join(PROJECT_ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');
const END_WITH_PARENT = pathToFileURL(join(PROJECT_ROOT, 'scripts', 'end-with-parent.mjs')).href;

/**
 * How V8 collects garbage in a server. Once it has seen rows of answers live long it would put all that follow where only a full collection clears, and
 * what they refer to is copied by every small collection until then, which holds up everybody. Its own heap is small, for the fleet index lies outside
 * of it: left alone it may hardly grow until a full collection, and somebody who types makes one every second or two.
 */
export const SERVER_FLAGS = ['--no-allocation-site-pretenuring', '--heap-growing-percent=150', '--max-semi-space-size=32'];

/** @param {string[]} args */
export function nextCommand(...args) {
  return [process.execPath, NEXT, ...args];
}

/**
 * A server that ends when the process that started it is gone, however it went.
 * @param {string[]} args
 */
export function nextServerCommand(...args) {
  return [process.execPath, ...SERVER_FLAGS, '--import', END_WITH_PARENT, NEXT, ...args];
}

/**
 * @param {'production' | 'development'} mode
 * @param {Record<string, string>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function nextEnv(mode, more = {}) {
  return { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1', ...more };
}
