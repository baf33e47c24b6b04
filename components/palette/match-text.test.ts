import { expect, it } from 'vitest';
import { matchText } from './match-text';

it('asks for every word, in any order and case', () => {
  expect(matchText('Group rows by Kind', 'kind GROUP')).toBeDefined();
  expect(matchText('Group rows by Kind', 'group owner')).toBeUndefined();
  expect(matchText('anything', '  ')).toBeDefined();
});

it('prefers the beginning of the text, then of a word', () => {
  expect(matchText('Activity', 'act')).toBeGreaterThan(matchText('Show activity', 'act')!);
  expect(matchText('Group rows by group', 'group rows by group')).toBeGreaterThan(matchText('Group rows by kind', 'group rows by group') ?? 0);
  expect(matchText('Show activity', 'act')).toBeGreaterThan(matchText('Compact rows', 'act')!);
});
