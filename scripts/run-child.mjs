// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endLater } from './shutdown.mjs';

const END_WITHIN_MS = 10_000;

/**
 * A child in a process group of its own: Ctrl-C reaches only us, and we end it, with its own children, when its turn comes.
 * @param {string} name
 * @param {string[]} command
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startChild(name, [file = '', ...args], options) {
  const child = spawn(file, args, { ...options, detached: true });
  /** @type {Promise<number>} what it exited with; 1 when it was killed or never began */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
  const forget = endLater(name, end);
  void ended.then(forget);

  async function end() {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    signalGroup(child.pid, 'SIGTERM');
    const late = setTimeout(() => child.pid !== undefined && signalGroup(child.pid, 'SIGKILL'), END_WITHIN_MS);
    await once(child, 'exit');
    clearTimeout(late);
  }

  async function kill() {
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
    await ended;
  }
  return { child, ended, end, kill };
}

/**
 * Runs a child to its end. The output of a quiet one is kept and shown only when it fails, that of a silent one never.
 * @param {string} name
 * @param {string[]} command
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, quiet?: boolean, silent?: boolean }} options
 * @returns {Promise<number>} its exit code
 */
export async function runChild(name, command, { cwd, env = process.env, quiet = false, silent = false }) {
  const stdio = silent ? 'ignore' : quiet ? 'pipe' : 'inherit';
  const { child, ended } = startChild(name, command, { cwd, env, stdio: ['ignore', stdio, stdio] });
  /** @type {Buffer[]} */
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
  const code = await ended;
  if (code !== 0 && quiet) process.stderr.write(Buffer.concat(output));
  return code;
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Gone between the look and the signal.
  }
}
