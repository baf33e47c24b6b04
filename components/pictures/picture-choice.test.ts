import { expect, test } from 'vitest';
import { printPictures, readPictures, usualPictures } from './picture-choice';

test.each([
  ['', ''],
  ['last_seen,kind', 'last_seen,kind'],
  ['tag:team,first_seen', 'first_seen,tag:team'],
  ['created', 'created,kind'],
  ['label:zone', 'last_seen,label:zone'],
  ['tag', usualPictures],
  ['annotation:note,name,nonsense', usualPictures],
  ['env,tags', 'last_seen,environment'],
])('%j is drawn as %j', (text, drawn) => {
  expect(printPictures(readPictures(text))).toBe(drawn);
  expect(printPictures(readPictures(drawn))).toBe(drawn);
});
