import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeSelector, containsPattern, type Insertion, insertChoice, spellChoice } from './complete-selector';
import { parseSelector } from './parse-selector';
import { printSelector } from './print-selector';
import { termChoices, wordChoices } from './term-choices';

/** The caret is where the bar stands. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, completion: completeSelector(text, caret) };
}

function said(marked: string): string {
  const { text, completion } = at(marked);
  if (completion.type === 'nothing') return 'nothing';
  const { type, typed, position, length } = completion;
  const of = type === 'key' ? ` of ${completion.space}` : type === 'value' ? ` of ${'field' in completion ? completion.field : `${completion.space}:${completion.key}`}` : '';
  return `${type}${of}, typed <${typed}>, replaces <${text.slice(position, position + length)}>, under <${printSelector(completion.rest)}>`;
}

test.each([
  ['|', 'term, typed <>, replaces <>, under <>'],
  ['ki|', 'term, typed <ki>, replaces <ki>, under <>'],
  ['kind:host st|', 'term, typed <st>, replaces <st>, under <kind:host>'],
  ['kind:host |', 'term, typed <>, replaces <>, under <kind:host>'],
  ['-st|', 'term, typed <st>, replaces <st>, under <>'],
  ['k|:host', 'term, typed <k>, replaces <k>, under <>'],
  ['kind:|', 'value of kind, typed <>, replaces <>, under <>'],
  ['web env:pr|', 'value of environment, typed <pr>, replaces <pr>, under <web>'],
  ['kind:(host, con|)', 'value of kind, typed <con>, replaces <con>, under <>'],
  ['kind:(host,|', 'value of kind, typed <>, replaces <>, under <>'],
  ['kind:(host, |', 'value of kind, typed <>, replaces <>, under <>'],
  ['kind:host,co|', 'value of kind, typed <co>, replaces <co>, under <>'],
  ['tag:|', 'key of tag, typed <>, replaces <>, under <>'],
  ['tag:te| kind:host', 'key of tag, typed <te>, replaces <te>, under <kind:host>'],
  ['tag:|te', 'key of tag, typed <>, replaces <te>, under <>'],
  ['status:online -tag:team=pl|', 'value of tag:team, typed <pl>, replaces <pl>, under <status:online>'],
  ['label:"a b"="x y|', 'value of label:a b, typed <x y>, replaces <"x y>, under <>'],
  ['web tag:team=p|latform x', 'value of tag:team, typed <p>, replaces <platform>, under <web x>'],
  ['parent(kind:h|) status:online', 'value of kind, typed <h>, replaces <h>, under <>'],
  ['a OR kind:h|', 'value of kind, typed <h>, replaces <h>, under <>'],
  ['bogus:x tag:t|', 'key of tag, typed <t>, replaces <t>, under <>'],
  ['bogus:x|', 'nothing'],
  ['"a phra|', 'nothing'],
  ['web OR|', 'nothing'],
  ['(kind:host)|', 'nothing'],
])('at %s stands: %s', (marked, expected) => {
  expect(said(marked)).toBe(expected);
});

describe('a choice is put in place', () => {
  const put = (marked: string, choice: string, as: Insertion = 'continue') => {
    const { text, completion } = at(marked);
    if (completion.type === 'nothing') throw new Error('nothing can be chosen here');
    const edited = insertChoice(text, completion, spellChoice(completion, choice), as);
    return `${edited.text.slice(0, edited.caret)}|${edited.text.slice(edited.caret)}`;
  };

  test.each<[string, string, Insertion, string]>([
    ['ki| web', 'kind:', 'continue', 'kind:| web'],
    ['k|:host', 'kind:', 'continue', 'kind|:host'],
    ['a par|', 'parent(', 'continue', 'a parent(|'],
    ['tag:te|', 'team', 'continue', 'tag:team=|'],
    ['tag:te|', 'team', 'apply', 'tag:team|'],
    ['tag:te|', 'team', 'exclude', '-tag:team|'],
    ['tag:te|=x', 'team', 'continue', 'tag:team|=x'],
    ['label:k|', 'a b', 'apply', 'label:"a b"|'],
    ['web tag:team=pl|', 'platform', 'apply', 'web tag:team=platform|'],
    ['web tag:team=pl| x', 'data platform', 'exclude', 'web -tag:team="data platform"| x'],
    ['web -tag:team=pl|', 'platform', 'exclude', 'web -tag:team=platform|'],
    ['tag:note=|', 'x*y', 'apply', 'tag:note="x*y"|'],
    ['tag:flag=|', '', 'apply', 'tag:flag=""|'],
    ['kind:(host, co|', 'container', 'apply', 'kind:(host, container)|'],
    ['kind:(host, co|)', 'container', 'apply', 'kind:(host, container|)'],
    ['kind:(host, co|', 'container', 'continue', 'kind:(host, container|'],
    ['(a kind:h|)', 'host', 'exclude', '(a -kind:host|)'],
  ])('%s + %s to %s gives %s', (marked, choice, as, expected) => {
    expect(put(marked, choice, as)).toBe(expected);
  });

  test('whatever the value is, the query then asks for exactly it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }).filter((value) => !/[\u0000\p{Surrogate}]/u.test(value)), (value) => {
        const { text, completion } = at('web tag:team=|');
        if (completion.type === 'nothing') throw new Error('nothing can be chosen here');
        const parsed = parseSelector(insertChoice(text, completion, spellChoice(completion, value), 'apply').text);
        expect(parsed).toMatchObject({ parts: [{ type: 'text' }, { comparison: { op: '=', values: [{ type: 'text', text: value }] } }] });
      }),
      { seed: 21, numRuns: 500 },
    );
  });
});

test('every term that is offered begins a query that is understood once it has a value', () => {
  for (const { insert } of termChoices('')) {
    if (insert.endsWith('(')) expect(printSelector(parseSelector(`${insert})`))).toBe(`${insert})`);
    else expect(() => parseSelector(`${insert}x`)).not.toThrow(/no field/);
  }
  expect(termChoices('na').map(({ insert }) => insert)).toEqual(['name:', 'namespace:']);
  expect(termChoices('seen').map(({ insert }) => insert)).toEqual(['first_seen<', 'last_seen<']);
  expect(wordChoices('is', 'o')?.map(({ insert }) => insert)).toEqual(['orphan']);
  expect(wordChoices('name', '')).toBeUndefined();
});

test('any value that contains what is typed, where a pattern may stand', () => {
  const pattern = (marked: string) => containsPattern(at(marked).completion);
  expect(pattern('tag:team=pl|')).toBe('*pl*');
  expect(pattern('owner:pay|')).toBe('*pay*');
  expect(pattern('kind:ho|')).toBeUndefined();
  expect(pattern('tag:team=|')).toBeUndefined();
  expect(pattern('tag:team=p*|')).toBeUndefined();
});
