import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPidFile } from './adopt-cluster.mjs';
import { withConnection } from './connect-cluster.mjs';
import { findBinaries } from './find-binaries.mjs';
import { isProcessAlive } from './process-alive.mjs';
import { startPostgres } from './start-postgres.mjs';

const HOLDER = fileURLToPath(new URL('testing/hold-postgres.mjs', import.meta.url));
const isRoot = process.getuid?.() === 0;
let dataDir = '';

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), `gosight-test-${process.pid}-`));
  chmodSync(dataDir, 0o755);
});

afterEach(async () => {
  const left = readPidFile(clusterData());
  if (left && isProcessAlive(left.pid)) process.kill(left.pid, 'SIGQUIT');
  if (left) await goneSoon(left.pid);
  rmSync(dataDir, { recursive: true, force: true });
});

test('first start: a cluster with a password, UTF8, code point order and no socket', async () => {
  const postgres = await startPostgres({ dataDir, throwaway: true });
  expect(postgres.adopted).toBe(false);
  const { hostname, password } = new URL(postgres.url);
  expect(hostname).toBe('127.0.0.1');
  expect(password).toMatch(/^[0-9a-f]{48}$/);
  expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
  const settings = await withConnection(postgres.url, async (client) => {
    const { rows } = await client.query(`SELECT current_database() AS database, current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS listen,
      current_setting('unix_socket_directories') AS sockets, current_setting('password_encryption') AS passwords,
      (SELECT datcollate FROM pg_database WHERE datname = current_database()) AS collation`);
    return rows[0];
  });
  expect(settings).toEqual({ database: 'gosight', encoding: 'UTF8', listen: '127.0.0.1', sockets: '', passwords: 'scram-sha-256', collation: 'C' });
  const wrong = postgres.url.replace(password, 'wrong');
  await expect(withConnection(wrong, (client) => client.query('SELECT 1'))).rejects.toThrow(/password authentication failed/);
  await postgres.stop();
  expect(isProcessAlive(postgres.pid)).toBe(false);
});

test('second start: the data is still there', async () => {
  const first = await startPostgres({ dataDir, throwaway: true });
  await remember(first.url, 'kept');
  await first.stop();
  const second = await startPostgres({ dataDir, throwaway: true });
  expect(second.adopted).toBe(false);
  expect(await remembered(second.url)).toEqual(['kept']);
  await second.stop();
});

test('two at once share one server, and the last to leave ends it', async () => {
  const [first, second] = await Promise.all([startPostgres({ dataDir, throwaway: true }), startPostgres({ dataDir, throwaway: true })]);
  expect([first.adopted, second.adopted].sort()).toEqual([false, true]);
  expect(second.pid).toBe(first.pid);
  await first.stop();
  expect(isProcessAlive(first.pid)).toBe(true);
  await second.stop();
  expect(isProcessAlive(first.pid)).toBe(false);
});

test('SIGTERM: node ends cleanly and PostgreSQL with it', async () => {
  const { node, postgres } = await hold();
  node.kill('SIGTERM');
  expect(await once(node, 'exit')).toEqual([0, null]);
  expect(isProcessAlive(postgres.pid)).toBe(false);
  expect(readPidFile(clusterData())).toBeUndefined();
});

test('node killed: the next start adopts the server and ends it in its turn', async () => {
  const { node, postgres } = await hold();
  await remember(postgres.url, 'kept');
  await kill(node);
  expect(isProcessAlive(postgres.pid)).toBe(true);
  const next = await startPostgres({ dataDir, throwaway: true });
  expect(next).toMatchObject({ adopted: true, pid: postgres.pid, url: postgres.url });
  expect(await remembered(next.url)).toEqual(['kept']);
  await next.stop();
  expect(isProcessAlive(postgres.pid)).toBe(false);
});

test('node and PostgreSQL killed: the next start recovers what was committed', async () => {
  const { node, postgres } = await hold();
  await remember(postgres.url, 'committed');
  await kill(node);
  process.kill(postgres.pid, 'SIGKILL');
  await goneSoon(postgres.pid);
  expect(readPidFile(clusterData())?.pid).toBe(postgres.pid);
  const next = await startPostgres({ dataDir, throwaway: true });
  expect(next.adopted).toBe(false);
  expect(await remembered(next.url)).toEqual(['committed']);
  await next.stop();
});

test('PostgreSQL killed under us: stop gives up our share, so that the next server ends in its turn', async () => {
  const first = await startPostgres({ dataDir, throwaway: true });
  process.kill(first.pid, 'SIGKILL');
  await goneSoon(first.pid);
  await first.stop();
  const { port } = new URL(first.url);
  const second = await startPostgres({ dataDir, throwaway: true, port: Number(port) });
  expect(second.url).toBe(first.url);
  await second.stop();
  expect(isProcessAlive(second.pid)).toBe(false);
});

test('as root the server runs as another user, otherwise as ourselves', async () => {
  const postgres = await startPostgres({ dataDir, throwaway: true });
  const { uid } = statSync(join(clusterData(), 'postmaster.pid'));
  if (isRoot) expect(uid).not.toBe(0);
  else expect(uid).toBe(process.getuid?.());
  await postgres.stop();
});

test('a data folder that the other user cannot reach is kept elsewhere', async () => {
  chmodSync(dataDir, 0o700);
  const first = await startPostgres({ dataDir, throwaway: true });
  await remember(first.url, 'kept');
  await first.stop();
  const second = await startPostgres({ dataDir, throwaway: true });
  expect(await remembered(second.url)).toEqual(['kept']);
  const folder = await withConnection(second.url, async (client) => (await client.query('SHOW data_directory')).rows[0].data_directory);
  await second.stop();
  expect(folder.startsWith(dataDir)).toBe(!isRoot);
  if (isRoot) rmSync(join(folder, '..'), { recursive: true, force: true });
});

test('an installed PostgreSQL serves where the package is missing, and its data is opened by its own version', async () => {
  const installed = installedOrNone();
  if (!installed) {
    await expect(startPostgres({ dataDir, throwaway: true, source: 'installed' })).rejects.toThrow(/Install PostgreSQL 15 or newer, or set DATABASE_URL/);
    return;
  }
  const first = await startPostgres({ dataDir, throwaway: true, source: 'installed' });
  expect(first.version).toBe(installed.version);
  await remember(first.url, 'kept');
  await first.stop();
  const second = await startPostgres({ dataDir, throwaway: true });
  expect(Number.parseInt(second.version, 10)).toBe(installed.major);
  expect(await remembered(second.url)).toEqual(['kept']);
  await second.stop();
});

test('data of a version that is nowhere to be found is not touched', () => {
  expect(() => findBinaries({ major: 9 })).toThrow(/The data was written by PostgreSQL 9, which was not found/);
});

function installedOrNone() {
  try {
    return findBinaries({ source: 'installed' });
  } catch {
    return undefined;
  }
}

function clusterData() {
  return join(dataDir, 'postgres', 'data');
}

async function hold() {
  const node = spawn(process.execPath, [HOLDER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: node.stdout }), 'line');
  return { node, postgres: JSON.parse(line) };
}

async function kill(node) {
  const ended = once(node, 'exit');
  node.kill('SIGKILL');
  await ended;
}

async function goneSoon(pid) {
  await expect.poll(() => isProcessAlive(pid), { timeout: 30_000 }).toBe(false);
}

async function remember(url, word) {
  await withConnection(url, async (client) => {
    await client.query('CREATE TABLE words (word text)');
    await client.query('INSERT INTO words VALUES ($1)', [word]);
  });
}

async function remembered(url) {
  return withConnection(url, async (client) => (await client.query('SELECT word FROM words')).rows.map((row) => row.word));
}
