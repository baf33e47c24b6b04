import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';

const START = join(import.meta.dirname, '..', 'scripts', 'start.mjs');
let dataDir = '';
let started: ChildProcess[] = [];

test.setTimeout(300_000);

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), `gosight-test-${process.pid}-`));
  await chmod(dataDir, 0o755);
  started = [];
});

test.afterEach(async () => {
  await Promise.all(started.map(end));
  await rm(dataDir, { recursive: true, force: true });
});

test('the printed address serves although the port was taken, and SIGTERM ends the web server and PostgreSQL', async () => {
  const neighbour = createServer((_, response) => response.end('the neighbour')).listen(0, '127.0.0.1');
  await once(neighbour, 'listening');
  // A TCP server that listens has an address of this shape.
  const { port: taken } = neighbour.address() as AddressInfo;
  const { node, url } = await start(taken);
  expect(Number(url.port)).toBeGreaterThan(taken);
  expect((await fetch(new URL('/readyz', url))).status).toBe(200);
  expect(await postgresId()).toBeGreaterThan(0);

  expect(await end(node)).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
  expect(await postgresId()).toBeUndefined();
  neighbour.close();
});

test('after kill -9 the web server ends by itself, and the next start goes on with the same PostgreSQL', async () => {
  const first = await start(3000);
  const postgres = await postgresId();
  const killed = once(first.node, 'exit');
  first.node.kill('SIGKILL');
  await killed;
  await expect.poll(() => fetch(new URL('/healthz', first.url)).then(() => 'serves', () => 'gone'), { timeout: 60_000 }).toBe('gone');

  const second = await start(3000);
  expect(await postgresId()).toBe(postgres);
  expect((await fetch(new URL('/readyz', second.url))).status).toBe(200);
  expect(await end(second.node)).toBe(0);
  expect(await postgresId()).toBeUndefined();
});

async function start(port: number): Promise<{ node: ChildProcess; url: URL }> {
  const env = { ...process.env, DATABASE_URL: '', GOSIGHT_DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1' };
  const node = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(node);
  const [line] = await once(createInterface({ input: node.stdout }), 'line');
  return { node, url: new URL(String(line).trim()) };
}

async function end(node: ChildProcess): Promise<number | null> {
  if (node.exitCode === null && node.signalCode === null) {
    const ended = once(node, 'exit');
    node.kill('SIGTERM');
    await ended;
  }
  return node.exitCode;
}

/** The process that has the data open; undefined once it has ended in order. */
async function postgresId(): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number.parseInt(text, 10);
}
