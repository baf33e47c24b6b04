import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEnv } from './env.mjs';

const DEFAULTS = {
  PORT: 3000,
  HOST: '127.0.0.1',
  DATABASE_URL: undefined,
  GOSIGHT_DATA_DIR: '.data',
  GOSIGHT_SELF_REPORT: false,
  GOSIGHT_ALLOWED_HOSTS: [],
  GOSIGHT_INSECURE: false,
  LOG_LEVEL: 'info',
};

test('nothing set, and set to nothing, give the defaults', () => {
  expect(readEnv({})).toEqual(DEFAULTS);
  expect(readEnv(Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, ' '])))).toEqual(DEFAULTS);
});

test('every variable is read', () => {
  expect(
    readEnv({
      PORT: '8080',
      HOST: '[::1]',
      DATABASE_URL: 'postgresql://gosight@db.example.com/inventory',
      GOSIGHT_DATA_DIR: '/srv/gosight',
      GOSIGHT_SELF_REPORT: '1',
      GOSIGHT_ALLOWED_HOSTS: 'Registry.example.com, 10.0.0.5:8080',
      GOSIGHT_INSECURE: '1',
      LOG_LEVEL: 'debug',
    }),
  ).toEqual({
    PORT: 8080,
    HOST: '::1',
    DATABASE_URL: 'postgresql://gosight@db.example.com/inventory',
    GOSIGHT_DATA_DIR: '/srv/gosight',
    GOSIGHT_SELF_REPORT: true,
    GOSIGHT_ALLOWED_HOSTS: ['registry.example.com', '10.0.0.5:8080'],
    GOSIGHT_INSECURE: true,
    LOG_LEVEL: 'debug',
  });
});

describe('a bad value is refused by its name with what was expected', () => {
  test.each([
    ['PORT', '70000', /^PORT is "70000"; expected a number from 1 to 65535$/],
    ['PORT', '0', /^PORT is "0"/],
    ['PORT', '80a', /^PORT is "80a"/],
    ['DATABASE_URL', 'mysql://root:secret@db/x', /^DATABASE_URL is no such address; expected postgres:/],
    ['DATABASE_URL', 'db.example.com', /^DATABASE_URL/],
    ['GOSIGHT_SELF_REPORT', 'yes', /^GOSIGHT_SELF_REPORT is "yes"; expected 0 or 1$/],
    ['GOSIGHT_INSECURE', 'true', /^GOSIGHT_INSECURE is "true"; expected 0 or 1$/],
    ['GOSIGHT_ALLOWED_HOSTS', 'https://registry.example.com', /^GOSIGHT_ALLOWED_HOSTS is .*; expected host names/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL is "loud"; expected one of fatal, error/],
  ])('%s=%s', (name, value, message) => {
    expect(() => readEnv({ [name]: value })).toThrow(message);
  });

  test('all of them at once, and no password', () => {
    expect(() => readEnv({ PORT: 'x', DATABASE_URL: 'mysql://root:secret@db/x', LOG_LEVEL: 'loud' })).toThrow(/PORT[^]*DATABASE_URL[^]*LOG_LEVEL/);
    expect(() => readEnv({ DATABASE_URL: 'mysql://root:secret@db/x' })).toThrow(/^(?![^]*secret)/);
  });
});

test.each(['0.0.0.0', '::', '10.0.0.5', 'registry.example.com', '127.0.0.1.example.com'])('HOST=%s needs GOSIGHT_INSECURE=1', (host) => {
  expect(() => readEnv({ HOST: host })).toThrow(/^HOST is .* GOSIGHT_INSECURE=1/);
  expect(readEnv({ HOST: host, GOSIGHT_INSECURE: '1' }).HOST).toBe(host);
});

test.each(['localhost', '127.0.0.1', '127.0.0.53', '::1'])('HOST=%s is the loopback', (host) => {
  expect(readEnv({ HOST: host }).HOST).toBe(host);
});

test('.env.example names every variable, and nothing else', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
  const names = lines.flatMap((line) => /^#? ?([A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect(names.toSorted()).toEqual(Object.keys(DEFAULTS).toSorted());
});
