import { type ColumnName, columnLabel, keyOfColumn } from '@/domain/columns';
import { FIELDS, isFieldName } from '@/domain/fields';
import type { ResourceRow } from '@/domain/resource';
import { printTags } from './tags-text';
import { KEY_ALONE } from './tsv';

/** The tag that is edited in a column; undefined for every other column. */
export function tagKeyOf(column: string): string | undefined {
  const found = keyOfColumn(column);
  return found?.space === 'tag' ? found.key : undefined;
}

/** Why a column's cells are not edited. */
export function whyNotEdited(column: ColumnName): string {
  if (column === 'tags') return 'All tags of a resource are edited together here: Enter opens them, and tags that are pasted are added.';
  if (column.startsWith('label:')) return `${column} is a label: it comes from the source and stays as it is. Tags can be edited.`;
  return `${columnLabel(column)} is what the resource reports; it is not edited here. Tags can be edited.`;
}

/** What a cell holds; null: nothing. */
export function cellValue(column: ColumnName, row: ResourceRow): string | null {
  if (column === 'tags') return printTags(row.tags) || null;
  if (isFieldName(column)) {
    if (column === 'parent') return row.parentName ?? row.parentId;
    const value = row[FIELDS[column].json];
    return value === null ? null : String(value);
  }
  const { space, key } = keyOfColumn(column) ?? { space: 'tag', key: '' };
  const values = space === 'tag' ? row.tags : row.labels;
  return Object.hasOwn(values, key) ? (values[key] ?? null) : null;
}

/** What a tag's cell says while it is typed in; nothing at all removes the tag. */
export const textOfValue = (value: string | null): string => (value === null ? '' : value === '' ? KEY_ALONE : value);

export function valueOfText(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed === KEY_ALONE ? '' : trimmed;
}
