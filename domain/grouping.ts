import { type ColumnName, columnNamed, keyOfColumn, type KeyColumn } from './columns';
import { type FacetField, isFacetField } from './fields';

/** What rows are grouped by: a field with few values, or the value of one tag or label. A facet's name too. */
export type GroupBy = FacetField | KeyColumn;

/** The groups of the first hold those of the second. */
export type Grouping = readonly GroupBy[];

export const MAX_GROUPING = 2;

export const isGroupBy = (column: ColumnName): column is GroupBy => isFacetField(column) || keyOfColumn(column) !== undefined;

/** Reads `tag:team,kind`; an empty text groups by nothing. */
export function readGrouping(text: string): { grouping: Grouping } | { problem: string } {
  if (text === '') return { grouping: [] };
  const grouping: GroupBy[] = [];
  for (const word of text.split(',').map((each) => each.trim())) {
    const by = columnNamed(word);
    if (by === undefined || !isGroupBy(by)) return { problem: word === '' ? 'a field is missing' : `nothing is grouped by ${word}` };
    if (grouping.includes(by)) return { problem: `${by} stands there twice` };
    grouping.push(by);
  }
  return grouping.length > MAX_GROUPING ? { problem: `at most ${MAX_GROUPING} fields` } : { grouping };
}

export const printGrouping = (grouping: Grouping): string => grouping.join(',');
