import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, highlight } from './highlight';
import { parseSelector } from './parse-selector';
import { printSelector } from './print-selector';
import { partsOf } from './selector-parts';
import { randomSelector } from './testing/random-selector';

const SIGNS = ['kind:', 'tag:', 'label:env', 'last_seen', '"', '(', ')', ',', '-', '!', '=', '!=', '<', '>=', '..', '*', ' ', 'OR', ' AND ', 'NOT', 'parent(', 'x', '\\', 'é😀', '\n'];
const soup = fc.array(fc.constantFrom(...SIGNS), { maxLength: 30 }).map((pieces) => pieces.join(''));

const drawn = (blocks: readonly Block[]) => blocks.map(({ as, pieces }) => `${as}[${pieces.map(({ meaning, text, wrong }) => `${meaning}:${text}${wrong ? '!' : ''}`).join('|')}]`).join('');

test('never changes what is typed, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), fc.nat(40), fc.nat(5), (text, position, length) => {
      const blocks = highlight(text, { position, length });
      let at = 0;
      for (const piece of blocks.flatMap(({ pieces }) => pieces)) {
        expect(piece.position).toBe(at);
        expect(piece.text).toBe(text.slice(at, at + piece.length));
        at += piece.length;
      }
      expect(at).toBe(text.length);
      expect(blocks.every((block) => block.length > 0)).toBe(true);
    }),
    { seed: 11, numRuns: 600 },
  );
});

test('each part of a query is a block: what it includes, what it excludes, free text', () => {
  expect(drawn(highlight('kind:(host, app) -tag:env=prod web'))).toBe(
    'include[field:kind|operator::|operator:(|value:host|operator:,|operator: |value:app|operator:)]between[operator: ]'
    + 'exclude[negation:-|field:tag|operator::|key:env|operator:=|value:prod]between[operator: ]text[text:web]',
  );
  expect(drawn(highlight('NOT kind:host OR parent(a b)'))).toBe(
    'exclude[keyword:NOT|operator: |field:kind|operator::|value:host]between[operator: |keyword:OR|operator: ]'
    + 'include[field:parent|operator:(|text:a|operator: |text:b|operator:)]',
  );
});

test('words with dashes, quoted keys and values, and ranges stay whole', () => {
  expect(drawn(highlight('web-01 tag:"a b"="x \\" y" last_seen:1h..2h'))).toBe(
    'text[text:web-01]between[operator: ]include[field:tag|operator::|key:"a b"|operator:=|value:"x \\" y"]between[operator: ]include[field:last_seen|operator::|value:1h..2h]',
  );
});

test('a half typed query is understood as far as it goes', () => {
  expect(drawn(highlight('tag:'))).toBe('include[field:tag|operator::]');
  expect(drawn(highlight('kind:(host, "a'))).toBe('include[field:kind|operator::|operator:(|value:host|operator:,|operator: |value:"a]');
  expect(drawn(highlight('-'))).toBe('exclude[negation:-]');
});

test('marks the characters that are wrong', () => {
  expect(drawn(highlight('web team=core', { position: 4, length: 9 }))).toBe('text[text:web]between[operator: ]include[field:team!|operator:=!|value:core!]');
  expect(drawn(highlight('kind:hots', { position: 5, length: 0 }))).toBe('include[field:kind|operator::|value:h!|value:ots]');
});

test('the blocks of a query that is understood are its parts', () => {
  fc.assert(
    fc.property(randomSelector().filter(({ type }) => type !== 'or'), (selector) => {
      const text = printSelector(selector);
      const parts = partsOf(parseSelector(text)).map((part) => part.at).filter((at) => at !== undefined);
      const blocks = highlight(text).filter(({ as }) => as !== 'between');
      expect(blocks).toHaveLength(partsOf(selector).length);
      for (const [place, at] of parts.entries()) expect(at.position).toBeGreaterThanOrEqual(blocks[place]!.position);
    }),
    { seed: 12, numRuns: 500 },
  );
});
