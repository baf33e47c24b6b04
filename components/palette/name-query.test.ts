import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSelector } from '@/domain/selector/parse-selector';
import { printSelector } from '@/domain/selector/print-selector';
import { nameQuery } from './name-query';

it('asks for every word in the name', () => {
  expect(nameQuery(' web  fra-01 ')).toBe('name:*web* name:*fra-01*');
  expect(nameQuery('"quoted" (')).toBe('"\\"quoted\\"" "("');
  expect(nameQuery('   ')).toBe('');
});

it('can be read, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (typed) => {
      const query = nameQuery(typed);
      expect(printSelector(parseSelector(query))).toBe(query);
    }),
    { seed: 11 },
  );
});
