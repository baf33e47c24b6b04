import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';

const START = join(import.meta.dirname, '..', 'scripts', 'start.mjs');

test('npm start: the printed address serves although the port was taken, and SIGTERM ends the web server and PostgreSQL', async () => {
  test.setTimeout(300_000);
  const neighbour = createServer((_, response) => response.end('the neighbour')).listen(0, '127.0.0.1');
  await once(neighbour, 'listening');
  const taken = (neighbour.address() as AddressInfo).port;
  const dataDir = await mkdtemp(join(tmpdir(), `gosight-test-${process.pid}-`));
  await chmod(dataDir, 0o755);

  const start = spawn(process.execPath, [START], { env: { ...process.env, DATABASE_URL: '', GOSIGHT_DATA_DIR: dataDir, PORT: String(taken), HOST: '127.0.0.1' }, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = await once(createInterface({ input: start.stdout }), 'line');
    const url = new URL(String(line).trim());
    expect(Number(url.port)).toBeGreaterThan(taken);
    expect((await fetch(new URL('/readyz', url))).status).toBe(200);
    const postmaster = Number((await readFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    expect(isAlive(postmaster)).toBe(true);

    const ended = once(start, 'exit');
    start.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await expect(fetch(url)).rejects.toThrow();
    expect(isAlive(postmaster)).toBe(false);
  } finally {
    if (start.exitCode === null) start.kill('SIGTERM');
    neighbour.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
