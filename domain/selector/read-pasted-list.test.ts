import { expect, test } from 'vitest';
import { printSelector } from './print-selector';
import { readPastedList } from './read-pasted-list';
import { queryOfItems } from './resolved-items';

const ID = '0198c0de-0000-7000-8000-000000000001';

test.each([
  ['web-01\nweb-02\r\n  db 1 \n', ['web-01', 'web-02', 'db 1']],
  ['web-01, web-02,web-03', ['web-01', 'web-02', 'web-03']],
  ['web-01\tweb-02;web-03|web-04', ['web-01', 'web-02', 'web-03', 'web-04']],
  ['["web-01", "web-02"]', ['web-01', 'web-02']],
  ['- web-01\n- web-02', ['web-01', 'web-02']],
  ["('a', 'b')", ['a', 'b']],
  ['10.0.0.1 10.0.0.2  fe80::1', ['10.0.0.1', '10.0.0.2', 'fe80::1']],
  [`${ID} ${ID.toUpperCase()} 10.0.0.1`, [ID, '10.0.0.1']],
  ['web-01:9100\nweb-02:9100', ['web-01:9100', 'web-02:9100']],
  ['Web-01\nweb-01\nother', ['Web-01', 'other']],
])('%j is a list', (text, items) => {
  expect(readPastedList(text)).toEqual({ items, more: 0 });
});

test.each([
  ['web-01'], ['web 01'], [''], ['kind:host,app'], ['kind:host\nstatus:offline'], ['env=prod,team=core'], ['env in (prod, qa),!canary'],
  ['-tag:env\nweb'], ['parent(kind:host)\nweb'], ['a\nthis is a whole sentence, not a name'], ['a\n\u0000'],
])('%j is none', (text) => {
  expect(readPastedList(text)).toBeUndefined();
});

test('at most as many as a set may have', () => {
  const text = Array.from({ length: 260 }, (_, place) => `host-${place}`).join('\n');
  expect(readPastedList(text)).toMatchObject({ more: 10, items: { length: 250 } });
});

test('what was found becomes a query', () => {
  const found = queryOfItems([
    { text: 'web-01', by: 'name', count: 1 },
    { text: 'nobody', by: null, count: 0 },
    { text: 'a b', by: 'name', count: 1 },
    { text: '10.0.0.1', by: 'ip', count: 1 },
  ]);
  expect(found && printSelector(found)).toBe('name:(web-01, "a b") OR ip:"10.0.0.1"');
  expect(queryOfItems([{ text: 'nobody', by: null, count: 0 }])).toBeUndefined();
});
