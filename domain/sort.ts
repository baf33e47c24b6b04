import { FIELD_ALIASES, isSortable, type SortableField } from './fields';

/** What rows are ordered by: a field, or the value of one tag or label. */
export type SortBy = { type: 'field'; field: SortableField } | { type: 'tag' | 'label'; key: string };

export interface SortKey {
  by: SortBy;
  descending: boolean;
}

/** Missing values come last in either direction; the id, ascending, breaks ties. */
export type Sort = readonly SortKey[];

export const MAX_SORT_KEYS = 3;
export const DEFAULT_SORT: Sort = [{ by: { type: 'field', field: 'name' }, descending: false }];

/** Reads `name,-last_seen,tag:env`; an empty text is the default. */
export function readSort(text: string): { sort: Sort } | { problem: string } {
  if (text.trim() === '') return { sort: DEFAULT_SORT };
  const words = text.split(',').map((word) => word.trim());
  if (words.length > MAX_SORT_KEYS) return { problem: `at most ${MAX_SORT_KEYS} fields` };
  const sort: SortKey[] = [];
  for (const word of words) {
    const descending = word.startsWith('-');
    const name = descending ? word.slice(1) : word;
    const by = readSortBy(name);
    if (by === undefined) return { problem: name === '' ? 'a field is missing' : `nothing is sorted by ${name}` };
    if (sort.some((key) => printSortBy(key.by) === printSortBy(by))) return { problem: `${name} stands there twice` };
    sort.push({ by, descending });
  }
  return { sort };
}

function readSortBy(name: string): SortBy | undefined {
  const [, space, key] = /^(tag|label):(.+)$/s.exec(name) ?? [];
  if ((space === 'tag' || space === 'label') && key !== undefined) return { type: space, key: key.toLowerCase() };
  const field = Object.hasOwn(FIELD_ALIASES, name) ? FIELD_ALIASES[name as keyof typeof FIELD_ALIASES] : name; // just checked
  return isSortable(field) ? { type: 'field', field } : undefined;
}

export const printSort = (sort: Sort): string => sort.map(({ by, descending }) => `${descending ? '-' : ''}${printSortBy(by)}`).join(',');

/** The name of its column. */
export const printSortBy = (by: SortBy): string => (by.type === 'field' ? by.field : `${by.type}:${by.key}`);
