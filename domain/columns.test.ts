import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLabel, type ColumnName, isSortableColumn, keyOfColumn, printColumns, readColumns } from './columns';
import { FIELD_NAMES } from './fields';

test('what is printed is read back, in its order', () => {
  const key = fc.stringMatching(/^[a-z0-9][a-z0-9._/-]{0,20}$/);
  const column = fc.oneof(
    fc.constantFrom<ColumnName>(...FIELD_NAMES, 'tags'),
    key.map((text): ColumnName => `tag:${text}`),
    key.map((text): ColumnName => `label:${text}`),
  );
  fc.assert(
    fc.property(fc.uniqueArray(column, { maxLength: 30 }), (others) => {
      const columns: ColumnName[] = [...others.filter((each) => each !== 'name'), 'name'];
      expect(readColumns(printColumns(columns))).toEqual({ columns });
    }),
    { seed: 5 },
  );
});

test('short names, spaces and the spelling of tags are understood; the name is added where it was left out', () => {
  expect(readColumns('status, env ,tag:Team,label:Region')).toEqual({ columns: ['name', 'status', 'environment', 'tag:team', 'label:Region'] });
});

test.each([
  ['colour', 'there is no column colour'],
  ['constructor', 'there is no column constructor'],
  ['name,,kind', 'a column is missing'],
  ['tag:', 'there is no column tag:'],
  ['annotation:x', 'there is no column annotation:x'],
  ['name,env,environment', 'environment stands there twice'],
  [Array.from({ length: 40 }, (_, place) => `tag:t${place}`).join(','), 'at most 40 columns'],
])('%s is refused', (text, problem) => {
  expect(readColumns(text)).toEqual({ problem });
});

test('a column is called as its field is, or by its key, and sorted by where the list can be', () => {
  expect((['ip', 'tags', 'tag:team'] as const).map(columnLabel)).toEqual(['IP address', 'Tags', 'tag:team']);
  expect((['name', 'children', 'parent', 'tags', 'tag:team', 'label:a/b', 'label:Region'] as const).map(isSortableColumn)).toEqual([true, false, false, false, true, true, false]);
  expect(keyOfColumn('label:a:b')).toEqual({ space: 'label', key: 'a:b' });
  expect(keyOfColumn('name')).toBeUndefined();
});
