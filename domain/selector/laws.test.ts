import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSelector } from './parse-selector';
import { printSelector } from './print-selector';
import { applySuggestion, SelectorError } from './selector-error';
import { randomSelector } from './testing/random-selector';
import { withoutPositions } from './testing/without-positions';

const SLOW_MS = 300_000;

const SIGNS = ['kind:', 'tag:', 'label:env', 'last_seen', '"', '(', ')', ',', '-', '!', '=', '!=', '<', '>=', '..', '*', ' ', 'OR', ' AND ', 'NOT', 'parent(', 'is:new', ' in (', 'notin', '\\', 'x', '1', ':', '\u0000', '\ud800', 'é'];
const soup = fc.array(fc.constantFrom(...SIGNS), { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('law 2: parse, print, parse is the identity', { timeout: SLOW_MS }, () => {
  test('for random trees', () => {
    fc.assert(
      fc.property(randomSelector({ views: ['production-web', '日本', '10-0'] }), (selector) => {
        const printed = printSelector(selector);
        const parsed = parseSelector(printed);
        expect(withoutPositions(parsed)).toEqual(withoutPositions(selector));
        expect(printSelector(parsed)).toBe(printed);
      }),
      { seed: 2, numRuns: 3000 },
    );
  });

  test('for whatever text can be parsed', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const parsed = parsedOrError(text);
        if (parsed instanceof SelectorError) return;
        const again = parseSelector(printSelector(parsed));
        expect(withoutPositions(again)).toEqual(withoutPositions(parsed));
      }),
      { seed: 3, numRuns: 5000 },
    );
  });
});

describe('law 6: any text gives a tree or a typed error with a position', { timeout: SLOW_MS }, () => {
  test.each([
    ['signs of the language', soup],
    ['any text', fc.string({ unit: 'binary', maxLength: 60 })],
    ['any code units', fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units))],
  ])('%s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const outcome = parsedOrError(text);
        if (!(outcome instanceof SelectorError)) return;
        expect(outcome.position).toBeGreaterThanOrEqual(0);
        expect(outcome.position + outcome.length).toBeLessThanOrEqual(text.length);
        expect(outcome.message).not.toBe('');
        if (outcome.suggestion !== undefined) expect(applySuggestion(text, outcome)).not.toBe(text);
      }),
      { seed: 6, numRuns: 5000 },
    );
  });
});

/** Anything but a SelectorError is thrown on and fails the test. */
function parsedOrError(text: string) {
  try {
    return parseSelector(text);
  } catch (error) {
    if (error instanceof SelectorError) return error;
    throw error;
  }
}
