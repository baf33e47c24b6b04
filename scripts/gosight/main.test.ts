import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testDb } from '@/db/testing/test-db';
import { main } from './main';

const ENTRY = fileURLToPath(new URL('../gosight.mjs', import.meta.url));
const { url } = testDb();
let out = '';
let err = '';

beforeEach(() => {
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))));
  vi.stubEnv('DATABASE_URL', url);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('--help lists the commands', async () => {
  expect(await main(['--help'])).toBe(0);
  expect(out).toMatch(/^Usage: gosight COMMAND[^]*\n {2}doctor +\w/);
});

test('each command has its own --help', async () => {
  expect(await main(['migrate', '--help'])).toBe(0);
  expect(out).toMatch(/^Usage: gosight migrate\n/);
});

test.each([
  ['no command', [], /^Usage:/],
  ['an unknown command', ['mirgate'], /^There is no command "mirgate"\./],
  ['a name that every object has', ['constructor'], /^There is no command "constructor"\./],
  ['an unknown option', ['migrate', '--force'], /Unknown option '--force'[^]*gosight migrate --help/],
])('bad usage, %s: exit code 2', async (_, args, message) => {
  expect(await main(args)).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(message);
});

test('a database that is up to date', async () => {
  expect(await main(['migrate'])).toBe(0);
  expect(out).toBe('The database is up to date.\n');
});

test('a healthy doctor', async () => {
  expect(await main(['doctor'])).toBe(0);
  expect(out).toMatch(/^ok {3}database: PostgreSQL \d+.*, from DATABASE_URL$/m);
  expect(out).toMatch(/^ok {3}huge pages: (in use|not in use; .* vm\.nr_hugepages=\d+ and start it anew|unknown before PostgreSQL 17)$/m);
  expect(out).not.toMatch(/^BAD/m);
});

test('a doctor who finds no database', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/none');
  expect(await main(['doctor'])).toBe(1);
  expect(out).toMatch(/^BAD {2}database: .*127\.0\.0\.1:1/m);
});

test('the entry hands over arguments, what is answered and the exit code', async () => {
  vi.restoreAllMocks();
  const child = spawn(process.execPath, [ENTRY, 'migrate'], { env: { PATH: process.env.PATH, NODE_ENV: 'test', DATABASE_URL: url, PORT: 'x' }, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, err }).toEqual({ code: 1, err: 'PORT is "x"; expected a number from 1 to 65535\n' });
});
