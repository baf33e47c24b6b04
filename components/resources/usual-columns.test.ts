import { expect, test } from 'vitest';
import { KINDS } from '@/domain/kinds';
import { parseSelector } from '@/domain/selector/parse-selector';
import { resourceColumns } from './resource-columns';
import { usualColumns } from './usual-columns';

const columnsFor = (query: string) => usualColumns(parseSelector(query)).columns.join(' ');
const OF_ALL = columnsFor('');

test.each([
  ['kind:container', 'name status cluster namespace runtime parent tags last_seen'],
  ['kind:HOST tag:env=prod', 'name status os arch ip platform tags last_seen'],
  ['web kind:app -group:edge', 'name status version runtime environment parent tags last_seen'],
])('%s shows what its kind is told apart by', (query, columns) => {
  expect(columnsFor(query)).toBe(columns);
});

test.each(['tag:env=prod', 'kind:(host, app)', '-kind:host', 'kind:*o*', 'kind:host OR tag:env', 'kind:host kind:app'])('%s is not one kind', (query) => {
  expect(columnsFor(query)).toBe(OF_ALL);
});

test('every kind shows what a phone shows, and leaves out a column that it has', () => {
  for (const kind of KINDS) {
    const { columns, leaves } = usualColumns(parseSelector(`kind:${kind}`));
    expect(columns).toEqual(expect.arrayContaining(['name', 'status', 'tags', 'last_seen', leaves]));
    expect(new Set(columns).size).toBe(columns.length);
  }
});

const LIST_AT_1280_PX = 864;
const PADDING_AND_BOX_PX = 56;

test('every list without chosen columns fits beside the facets on a screen of 1,280 pixels', () => {
  for (const query of ['', ...KINDS.map((kind) => `kind:${kind}`)]) {
    const { columns, leaves } = usualColumns(parseSelector(query));
    const widths = resourceColumns(columns, leaves).map(({ meta }) => (meta === undefined || meta.leaves ? 0 : meta.leastWidth));
    expect.soft(widths.reduce((sum, width) => sum + width, PADDING_AND_BOX_PX), query).toBeLessThanOrEqual(LIST_AT_1280_PX);
  }
});
