import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeSlugOf, isSlug, MAX_SLUG_LENGTH, slugOf } from './view-slug';
import { parseSelector } from './selector/parse-selector';
import { printSelector } from './selector/print-selector';

test.each([
  ['Production web', 'production-web'],
  ['  Silent, over an hour! ', 'silent-over-an-hour'],
  ['Größe № 1', 'größe-no-1'],
  ['日本の本番', '日本の本番'],
  ['हिन्दी', 'हिन्दी'],
  ['Cafe\u0301', 'café'],
  ['🔥', 'view'],
  ['10.0.0.0/8', '10-0-0-0-8'],
])('%s is %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 90 }).map((units) => String.fromCharCode(...units).replace(/\p{Surrogate}/gu, ''));

test('every name gives a slug that a query takes without quotes, and numbered ones when it is taken', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 90 }), codeUnits), (name) => {
      const taken = new Set<string>();
      for (let i = 0; i < 3; i++) {
        const slug = freeSlugOf(name, taken);
        expect(taken).not.toContain(slug);
        expect(slug).toSatisfy(isSlug);
        expect(printSelector(parseSelector(`view:${slug}`))).toBe(`view:${slug}`);
        taken.add(slug);
      }
    }),
    { seed: 31, numRuns: 500 },
  );
});

test.each(['', '-a', 'a-', 'a--b', 'A', 'a b', 'a.b', 'a_b', 'a*', 'x'.repeat(MAX_SLUG_LENGTH + 1), 'cafe\u0301'])('%j is no slug', (text) => {
  expect(isSlug(text)).toBe(false);
});
