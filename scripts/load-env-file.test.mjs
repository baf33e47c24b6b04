import { expect, test } from 'vitest';
import { parseEnv } from './load-env-file.mjs';

test('names, values, quotes, comments, and what is no line of it', () => {
  const text = ['# a comment', '# PORT=1', 'PORT=3000', ' export HOST = ::1 # loopback', 'A="two words # kept" # gone', "B='x=y'", 'C=', 'D=#nothing', 'E=a#b', 'no line', '1X=2'].join('\r\n');
  expect(parseEnv(text)).toEqual([
    ['PORT', '3000'],
    ['HOST', '::1'],
    ['A', 'two words # kept'],
    ['B', 'x=y'],
    ['C', ''],
    ['D', ''],
    ['E', 'a#b'],
  ]);
});
