import { expect, test } from 'vitest';
import { printGrouping, readGrouping } from './grouping';

test.each([
  ['', []],
  ['kind', ['kind']],
  ['tag:Team, env', ['tag:team', 'environment']],
  ['label:region,status', ['label:region', 'status']],
])('%j groups', (text, grouping) => {
  const read = readGrouping(text);
  expect(read).toEqual({ grouping });
  expect(readGrouping(printGrouping('grouping' in read ? read.grouping : []))).toEqual(read);
});

test.each([
  ['name', 'nothing is grouped by name'],
  ['tags', 'nothing is grouped by tags'],
  ['tag:', 'nothing is grouped by tag:'],
  ['colour', 'nothing is grouped by colour'],
  ['kind,', 'a field is missing'],
  ['env,environment', 'environment stands there twice'],
  ['kind,status,group', 'at most 2 fields'],
])('%j groups nothing, and says why', (text, problem) => {
  expect(readGrouping(text)).toEqual({ problem });
});
