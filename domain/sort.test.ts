import { expect, test } from 'vitest';
import { DEFAULT_SORT, printSort, readSort } from './sort';

test.each(['name', '-last_seen', 'kind,-name', 'tag:env,-label:region,name'])('%s is read and printed back', (text) => {
  const read = readSort(text);
  expect('sort' in read && printSort(read.sort)).toBe(text);
});

test('an empty sort is the default, by name', () => {
  expect(readSort('')).toEqual({ sort: DEFAULT_SORT });
});

test('short names and spaces are understood', () => {
  const read = readSort(' env , -ns ');
  expect('sort' in read && printSort(read.sort)).toBe('environment,-namespace');
});

test.each([
  ['size', 'nothing is sorted by size'],
  ['parent', 'nothing is sorted by parent'],
  ['tag:', 'nothing is sorted by tag:'],
  ['name,,kind', 'a field is missing'],
  ['-', 'a field is missing'],
  ['name,-name', 'name stands there twice'],
  ['name,kind,status,group', 'at most 3 fields'],
  ['constructor', 'nothing is sorted by constructor'],
])('%s is refused', (text, problem) => {
  expect(readSort(text)).toEqual({ problem });
});
