import { expect, test } from 'vitest';
import { newsInWords } from './news-in-words';

const ofOthers = () => false;

test.each([
  [{ added: 14, gone: 0, changed: 3 }, '14 new, 3 changed'],
  [{ added: 1_204, gone: 0, changed: 0 }, '1,204 new'],
  [{ added: 0, gone: 2, changed: 1 }, '3 changed'],
  [{ added: 0, gone: 0, changed: 0 }, undefined],
])('%j', (news, text) => {
  expect(newsInWords({ ...news, changedIds: [] }, ofOthers)?.text).toBe(text);
});

test('own edits are no news, unless the row matches no more', () => {
  const isOwn = (id: string) => id === 'a';
  expect(newsInWords({ added: 0, gone: 0, changed: 1, changedIds: ['a'] }, isOwn)).toBeUndefined();
  expect(newsInWords({ added: 0, gone: 1, changed: 2, changedIds: ['a', 'b'] }, isOwn)?.text).toBe('2 changed');
  expect(newsInWords({ added: 0, gone: 0, changed: 200, changedIds: undefined }, isOwn)?.text).toBe('200 changed');
});

test('what cannot be told is said, what is not known yet is not', () => {
  expect(newsInWords(null, ofOthers)?.text).toBe('The list may have changed');
  expect(newsInWords(undefined, ofOthers)).toBeUndefined();
});
