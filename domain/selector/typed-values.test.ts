import { describe, expect, test } from 'vitest';
import { networkContains, readAddress, readNetwork } from './network-value';
import { readNumber } from './number-value';
import { readAge, readInstant } from './time-value';
import { compareVersions, readVersion, type Version } from './version-value';
import { likeOfWildcard, wildcardMatcher } from './wildcard';

test('numbers', () => {
  expect(['0', '-5', '08', '2.50', '123456789012345', '1.123456789'].map(readNumber)).toEqual([0, -5, 8, 2.5, 123456789012345, 1.123456789]);
  expect(['', '1.', '.5', '+1', '1e3', '1234567890123456', '1.1234567890', ' 1', '١'].map(readNumber)).toEqual(Array(9).fill(undefined));
});

describe('versions', () => {
  const version = (text: string): Version => readVersion(text)!;

  test('their order: a suffix comes before its release, missing parts are 0, builds do not count', () => {
    const ascending = ['0', '1.0-alpha', '1.0-alpha.1', '1.0-beta', '1', '1.2', '1.2.0.1', '1.10', '2', '10'];
    for (let i = 1; i < ascending.length; i++) expect(compareVersions(version(ascending[i - 1]!), version(ascending[i]!))).toBeLessThan(0);
    expect(compareVersions(version('v1.20'), version('1.20.0.0+build-7'))).toBe(0);
    expect(compareVersions(version('1-RC'), version('1.0-rc'))).toBe(0);
  });

  test('what is none', () => {
    expect(['', 'latest', '1.', '1..2', '1.2.3.4.5.6.7.8.9', '1234567890', '1-', 'v', '1 2'].map(readVersion)).toEqual(Array(9).fill(undefined));
  });
});

describe('times', () => {
  test('ages', () => {
    expect([readAge('30s'), readAge('15m'), readAge('1h30m'), readAge('7d'), readAge('2w')]).toEqual([30_000, 900_000, 5_400_000, 604_800_000, 1_209_600_000]);
    expect(['', '15', 'm', '1.5h', '1y', '-1h', '36501d', '1h 2m'].map(readAge)).toEqual(Array(8).fill(undefined));
  });

  test.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z', '2026-02-01T00:00:00.000Z'],
    ['2026-01-31T10:00', '2026-01-31T10:00:00.000Z', '2026-01-31T10:01:00.000Z'],
    ['2026-01-31T10:00:05Z', '2026-01-31T10:00:05.000Z', '2026-01-31T10:00:06.000Z'],
    ['2026-01-31T00:30:00.5+02:00', '2026-01-30T22:30:00.500Z', '2026-01-30T22:30:00.501Z'],
    ['2024-02-29T23:59-05:30', '2024-03-01T05:29:00.000Z', '2024-03-01T05:30:00.000Z'],
  ])('%s', (text, from, until) => {
    const instant = readInstant(text)!;
    expect([new Date(instant.from).toISOString(), new Date(instant.until).toISOString()]).toEqual([from, until]);
  });

  test.each(['2026-02-30', '2025-02-29', '2026-13-01', '0000-01-01', '2026-1-1', '2026-01-01T24:00', '2026-01-01T10', '2026-01-01 10:00', '2026-01-01T10:00+19:00'])('%s is none', (text) => {
    expect(readInstant(text)).toBeUndefined();
  });
});

describe('networks', () => {
  test.each([
    ['10.0.0.0/8', '10.255.0.1', true],
    ['10.0.0.0/8', '11.0.0.1', false],
    ['10.1.2.3/20', '10.1.15.255', true],
    ['10.1.2.3/20', '10.1.16.0', false],
    ['0.0.0.0/0', '255.1.1.1', true],
    ['0.0.0.0/0', '::1', false],
    ['fe80::/10', 'FEBF::1', true],
    ['fe80::/10', 'fec0::1', false],
    ['::1', '0:0:0:0:0:0:0:1', true],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0', true],
  ])('%s contains %s: %s', (network, address, expected) => {
    expect(networkContains(readNetwork(network)!, readAddress(address)!)).toBe(expected);
  });

  test.each(['10.1.2', '010.1.2.3', '256.1.1.1', '1::2::3', '1:2:3:4:5:6:7:8:9', ':::', '1:', '::g', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::/129', '10.0.0.0/08'])('%s is none', (text) => {
    expect(readNetwork(text)).toBeUndefined();
  });
});

describe('wildcards', () => {
  test.each([
    ['web-*', 'web-01', true],
    ['web-*', 'web', false],
    ['*-01', 'web-01', true],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*c', 'a-bb-c', true],
    ['a*b*c', 'acb', false],
    ['a*bc*bc', 'abc', false],
    ['*', '', false],
    ['**', 'x', true],
    ['a.c*', 'abc', false],
    ['*a*', 'bab', true],
  ])('%s fits %s: %s', (pattern, text, expected) => {
    expect(wildcardMatcher(pattern)(text)).toBe(expected);
  });

  test('as patterns of LIKE', () => {
    expect(['web-*', '*', '**', '100%_\\*', 'a**b'].map(likeOfWildcard)).toEqual(['web-%', '_%', '_%', '100\\%\\_\\\\%', 'a%b']);
  });
});
