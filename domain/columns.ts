import { FIELD_ALIASES, FIELDS, type FieldName, isFieldName } from './fields';
import { printSort, readSort } from './sort';

export type KeyColumn = `${'tag' | 'label'}:${string}`;

/** What stands in a column, by its name in the selector: a field, all tags, or the value of one tag or label. */
export type ColumnName = FieldName | 'tags' | KeyColumn;

export const MAX_COLUMNS = 40;

/** Reads `name,status,tag:team,label:region`. The name is added where it was left out: a row has to say whose it is. */
export function readColumns(text: string): { columns: readonly ColumnName[] } | { problem: string } {
  const words = text.split(',').map((word) => word.trim());
  const columns: ColumnName[] = [];
  for (const word of words) {
    const column = columnNamed(word);
    if (column === undefined) return { problem: word === '' ? 'a column is missing' : `there is no column ${word}` };
    if (columns.includes(column)) return { problem: `${column} stands there twice` };
    columns.push(column);
  }
  if (!columns.includes('name')) columns.unshift('name');
  return columns.length > MAX_COLUMNS ? { problem: `at most ${MAX_COLUMNS} columns` } : { columns };
}

export const printColumns = (columns: readonly ColumnName[]): string => columns.join(',');

/** The column of this name, or of the short one that people type. */
export function columnNamed(word: string): ColumnName | undefined {
  const found = keyOfColumn(word);
  if (found !== undefined) return `${found.space}:${found.space === 'tag' ? found.key.toLowerCase() : found.key}`;
  if (word === 'tags') return word;
  const field = Object.hasOwn(FIELD_ALIASES, word) ? FIELD_ALIASES[word as keyof typeof FIELD_ALIASES] : word; // just checked
  return isFieldName(field) ? field : undefined;
}

/** The tag or label whose value stands in the column; undefined for a field. */
export function keyOfColumn(column: string): { space: 'tag' | 'label'; key: string } | undefined {
  const [, space, key] = /^(tag|label):(.+)$/s.exec(column) ?? [];
  return (space === 'tag' || space === 'label') && key !== undefined ? { space, key } : undefined;
}

export function columnLabel(column: ColumnName): string {
  if (column === 'tags') return 'Tags';
  return isFieldName(column) ? FIELDS[column].label : column;
}

/** A sort is written in lower case: a label whose key is not cannot be asked for. */
export function isSortableColumn(column: ColumnName): boolean {
  const read = readSort(column);
  return 'sort' in read && printSort(read.sort) === column;
}
