import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '@/domain/fold';
import { askAll } from './code-filter';
import { hasBit } from './bits';
import { Dictionary } from './dictionary';
import { placeQuestion } from './text-questions';

/** Few letters, so that words are often found; one that folds to another, one of two bytes. */
const text = (most: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', '-', '7', 'é'), minLength: 1, maxLength: most });
/** So many that a dictionary knows the pairs of all. */
const MANY = 1_100;

function dictionaryOf(texts: readonly string[]): Dictionary {
  const dictionary = new Dictionary(fold);
  for (const each of texts) dictionary.internText(each);
  return dictionary;
}

test.each([{ from: 1, to: 40 }, { from: MANY, to: MANY + 200 }])('a word is found in just the texts that have it, of $from and more', ({ from, to }) => {
  const fleet = fc.uniqueArray(text(12), { minLength: from, maxLength: to, size: 'max' });
  fc.assert(
    fc.property(fleet, fc.array(text(5), { minLength: 20, maxLength: 20 }), fc.constantFrom('anywhere', 'start'), (texts, words, place) => {
      const dictionary = dictionaryOf(texts);
      for (const word of words.map(fold)) {
        const { accepted } = askAll(placeQuestion(dictionary, word, place), dictionary.size);
        const found = texts.filter((each) => hasBit(accepted, dictionary.find(each)));
        expect(found).toEqual(texts.filter((each) => (place === 'start' ? fold(each).startsWith(word) : fold(each).includes(word))));
      }
    }),
    { numRuns: 40 },
  );
});

test('a pair of letters that no text has is not searched for', () => {
  const dictionary = dictionaryOf(Array.from({ length: MANY }, (_, i) => `app-${i}`));
  const isVain = (word: string, place: 'anywhere' | 'start') => placeQuestion(dictionary, word, place).isVain?.();
  expect([isVain('apx', 'anywhere'), isVain('pp', 'start')]).toEqual([true, true]);
  expect([isVain('app', 'start'), isVain('pp', 'anywhere'), isVain('x', 'anywhere')]).toEqual([false, false, false]);
  dictionary.internText('ppx');
  expect([isVain('px', 'anywhere'), isVain('pp', 'start')]).toEqual([false, false]);
});

test('whatever is part of any text, nothing is found for what is missing', () => {
  const dictionary = dictionaryOf(['a', 'b']);
  const { accepted } = askAll(placeQuestion(dictionary, '', 'anywhere'), dictionary.size);
  expect([0, 1, 2].map((code) => hasBit(accepted, code))).toEqual([false, true, true]);
});
