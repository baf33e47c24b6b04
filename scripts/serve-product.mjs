// @ts-check
import { get } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { nextEnv, nextServerCommand } from './next-command.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { startChild } from './run-child.mjs';

const READY_WITHIN_MS = 120_000;
const LAST_PORT = 65_535;
const TAKEN = /EADDRINUSE/;

/**
 * @typedef {object} Serving
 * @property {string} url that answers
 * @property {Promise<number>} ended the exit code, once it ends by itself or is ended
 * @property {() => Promise<void>} end
 * @property {() => Promise<void>} kill without a word, as a crash does
 */

/**
 * Serves on the first free port from `port` on, and waits until it is ready.
 * @param {{ mode: 'start' | 'dev', host: string, port: number, env?: Record<string, string>, quiet?: boolean }} options
 * @returns {Promise<Serving>}
 */
export async function serveProduct(options) {
  for (let port = options.port; port <= LAST_PORT; port++) {
    if (!(await isFree(options.host, port))) continue;
    const serving = await serveOn(port, options);
    if (serving) return serving;
  }
  throw new Error(`No free port from ${options.port} on`);
}

/**
 * Undefined when somebody else took the port after we looked.
 * @param {number} port
 * @param {Parameters<typeof serveProduct>[0]} options
 * @returns {Promise<Serving | undefined>}
 */
async function serveOn(port, { mode, host, env = {}, quiet = false }) {
  const { child, ended, end, kill } = startChild('the web server', nextServerCommand(mode, '-H', host, '-p', String(port)), {
    cwd: PROJECT_ROOT,
    // Without the first, next ends before our own handler has flushed.
    env: nextEnv(mode === 'dev' ? 'development' : 'production', { NEXT_MANUAL_SIG_HANDLE: 'true', PORT: String(port), HOST: host, ...env }),
    stdio: ['ignore', mode === 'dev' ? 'inherit' : 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-4_000);
    if (!quiet && !TAKEN.test(String(chunk))) process.stderr.write(chunk);
  });
  const result = await Promise.race([ready(host, port), ended.then(() => 'ended')]);
  if (result === 'ready') return { url: addressOf(host, port), ended, end, kill };
  await end();
  if (TAKEN.test(complaint)) return undefined;
  throw new Error(result === 'ended' ? `The web server ended before it was ready${quiet ? `:\n${complaint}` : ''}` : `The web server was not ready after ${READY_WITHIN_MS / 1_000} s: ${result}${quiet ? `\n${complaint}` : ''}`);
}

/**
 * @param {string} host
 * @param {number} port
 */
export function addressOf(host, port) {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EADDRINUSE' || code === 'EACCES') resolve(false);
      else reject(new Error(`HOST=${host}: ${error.message}`));
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * `ready`, or the last answer when the time is over.
 * @param {string} host
 * @param {number} port
 */
async function ready(host, port) {
  const deadline = Date.now() + READY_WITHIN_MS;
  let last = '';
  while (Date.now() < deadline) {
    last = await ask(host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host, port);
    if (last === '200') return 'ready';
    await wait(100);
  }
  return `/readyz answered ${last}`;
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string>}
 */
function ask(host, port) {
  return new Promise((resolve) => {
    // Any accepted name will do: the server may not know itself by the one it listens on.
    const request = get({ host, port, path: '/readyz', headers: { host: `localhost:${port}`, connection: 'close' }, timeout: 30_000 }, (response) => {
      response.resume();
      response.once('end', () => resolve(String(response.statusCode)));
      response.once('error', (error) => resolve(error.message));
    });
    request.once('timeout', () => request.destroy(new Error('nothing for 30 s')));
    request.once('error', (error) => resolve(error.message));
  });
}
