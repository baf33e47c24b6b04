import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { testDb } from '@/db/testing/test-db';

const ENTRY = fileURLToPath(new URL('../gosight.mjs', import.meta.url));
const { url } = testDb();

test('--help lists the commands', async () => {
  expect(await gosight(['--help'])).toEqual({ code: 0, out: expect.stringMatching(/^Usage: gosight COMMAND[^]*\n {2}doctor +\w/), err: '' });
});

test('each command has its own --help', async () => {
  expect(await gosight(['migrate', '--help'])).toEqual({ code: 0, out: expect.stringMatching(/^Usage: gosight migrate\n/), err: '' });
});

test.each([
  ['no command', [], /^Usage:/],
  ['an unknown command', ['mirgate'], /^There is no command "mirgate"\./],
  ['a name that every object has', ['constructor'], /^There is no command "constructor"\./],
  ['an unknown option', ['migrate', '--force'], /Unknown option '--force'[^]*gosight migrate --help/],
])('bad usage, %s: exit code 2', async (_, args, err) => {
  expect(await gosight(args)).toEqual({ code: 2, out: '', err: expect.stringMatching(err) });
});

test('a database that is up to date, and a healthy doctor', async () => {
  expect(await gosight(['migrate'])).toEqual({ code: 0, out: 'The database is up to date.\n', err: '' });
  const { code, out } = await gosight(['doctor']);
  expect({ code, bad: out.match(/^BAD.*/gm) }).toEqual({ code: 0, bad: null });
  expect(out).toMatch(/^ok {3}database: PostgreSQL \d+.*, from DATABASE_URL$/m);
});

test('what fails says why: exit code 1', async () => {
  expect(await gosight(['migrate'], { PORT: 'x' })).toEqual({ code: 1, out: '', err: 'PORT is "x"; expected a number from 1 to 65535\n' });
  expect(await gosight(['doctor'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })).toMatchObject({ code: 1, out: expect.stringMatching(/^BAD {2}database: .*127\.0\.0\.1:1/m) });
});

function gosight(args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [ENTRY, ...args], { env: { PATH: process.env.PATH, NODE_ENV: 'test', DATABASE_URL: url, ...env } });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}
