import { type ColumnName, keyOfColumn } from './columns';
import { FIELD_NAMES, FIELDS, isFieldName } from './fields';
import type { Resource } from './resource';

export const EXPORT_FORMATS = ['csv', 'ndjson', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How a list of resources is written: what stands before the first, each of them, and what stands at the end. */
export interface ExportWriter {
  contentType: string;
  head: string;
  row: (resource: Resource, isFirst: boolean) => string;
  foot: string;
}

/** Of the columns that are asked for; without any CSV has all fields and the tags, and JSON whole resources, as the API answers them. */
export function exportWriter(format: ExportFormat, columns?: readonly ColumnName[]): ExportWriter {
  if (format === 'csv') return csvWriter(columns ?? [...FIELD_NAMES, 'tags']);
  const write = (resource: Resource) => JSON.stringify(columns === undefined ? resource : pick(resource, columns));
  if (format === 'ndjson') return { contentType: 'application/x-ndjson', head: '', row: (resource) => `${write(resource)}\n`, foot: '' };
  return { contentType: 'application/json', head: '[', row: (resource, isFirst) => `${isFirst ? '' : ','}\n${write(resource)}`, foot: '\n]\n' };
}

/** RFC 4180, in UTF-8. */
function csvWriter(columns: readonly ColumnName[]): ExportWriter {
  const line = (cells: string[]) => `${cells.join(',')}\r\n`;
  return {
    contentType: 'text/csv; charset=utf-8; header=present',
    head: line(columns.map(cell)),
    row: (resource) => line(columns.map((column) => cellOf(resource, column))),
    foot: '',
  };
}

/** What is not there is empty; a tag without a value is an empty text in quotes. */
function cellOf(resource: Resource, column: ColumnName): string {
  if (column === 'tags') return cell(Object.entries(resource.tags).sort(byKey).map(([key, value]) => (value === '' ? key : `${key}=${value}`)).join('; '));
  const value = valueOf(resource, column);
  return value === null ? '' : value === '' ? '""' : cell(String(value));
}

const byKey = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : 1);

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
/** What a spreadsheet would compute (https://owasp.org/www-community/attacks/CSV_Injection): senders of telemetry choose names and values. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function pick(resource: Resource, columns: readonly ColumnName[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((column) => (column === 'tags' ? ['tags', resource.tags] : [isFieldName(column) ? FIELDS[column].json : column, valueOf(resource, column)])),
  );
}

function valueOf(resource: Resource, column: Exclude<ColumnName, 'tags'>): string | number | null {
  if (isFieldName(column)) return resource[FIELDS[column].json];
  const { space, key } = keyOfColumn(column) ?? { space: 'tag', key: '' };
  const values = space === 'tag' ? resource.tags : resource.labels;
  return Object.hasOwn(values, key) ? (values[key] ?? null) : null;
}
