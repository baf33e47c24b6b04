import { columnLabel, type ColumnName } from '@/domain/columns';
import { tagKeyProblem, tagValueProblem } from '@/domain/tags';
import { spellTag } from '../tags/tag-draft';
import type { BlockArea } from './cell-block';
import { tagKeyOf, whyNotEdited } from './cell-text';
import { readTags } from './tags-text';

/** What is to be written where. */
export interface PlannedCell {
  rank: number;
  /** A tag's, whether the list shows it or only all tags together. */
  column: string;
  value: string | null;
}

export interface BadCell {
  rank: number;
  column: string;
  /** In a few words, the same for all of its sort. */
  sort: string;
  why: string;
}

export interface PastePlan {
  good: PlannedCell[];
  bad: BadCell[];
  /** Rows and columns of the block that have no place in the list. */
  rowsBeyond: number;
  columnsBeyond: number;
}

type Values = readonly (readonly (string | null)[])[];

/** Nothing into every cell of an area. All tags of a resource at once are not removed so. */
export function emptyArea(ranks: readonly number[], columns: readonly ColumnName[]): PastePlan {
  const isAllTags = (column: ColumnName) => column === 'tags';
  const emptied = plan(ranks, columns.filter((column) => !isAllTags(column)), () => null);
  return { ...emptied, bad: [...emptied.bad, ...ranks.flatMap((rank) => columns.filter(isAllTags).map((column) => notEdited(rank, column)))] };
}

/** One value into every cell of an area. */
export const fillArea = (value: string | null, ranks: readonly number[], columns: readonly ColumnName[]): PastePlan => plan(ranks, columns, () => value);

/** A block from the top left cell of an area on. `ranks` are those of the rows from there, as many as there are. */
export function placeBlock(values: Values, ranks: readonly number[], columns: readonly ColumnName[]): PastePlan {
  const width = values[0]?.length ?? 0;
  const placed = plan(ranks.slice(0, values.length), columns.slice(0, width), (row, column) => values[row]?.[column] ?? null);
  return { ...placed, rowsBeyond: Math.max(0, values.length - ranks.length), columnsBeyond: Math.max(0, width - columns.length) };
}

/** The first row's values into the rows below it. */
export const fillDown = (first: readonly (string | null)[], ranks: readonly number[], columns: readonly ColumnName[]): PastePlan => plan(ranks, columns, (_row, column) => first[column] ?? null);

function plan(ranks: readonly number[], columns: readonly ColumnName[], valueAt: (row: number, column: number) => string | null): PastePlan {
  const good = new Map<string, PlannedCell>();
  const bad: BadCell[] = [];
  // Where a tag is named twice, by its own column and among all tags, the last one counts.
  const put = (cell: PlannedCell) => good.set(`${cell.rank} ${cell.column}`, cell);
  for (const [row, rank] of ranks.entries()) {
    for (const [place, column] of columns.entries()) {
      const found = valueAt(row, place);
      // Spaces around a value, or alone, are not meant.
      const value = found === null || found === '' ? found : found.trim() || null;
      if (column === 'tags') {
        for (const { key, value: own } of readTags(value ?? '')) {
          const problem = tagKeyProblem(key) ?? tagValueProblem(own);
          if (problem === undefined) put({ rank, column: `tag:${key}`, value: own });
          else bad.push({ rank, column, sort: problem, why: `${spellTag(key, own)} is not pasted: ${problem}.` });
        }
      } else if (tagKeyOf(column) === undefined) bad.push(notEdited(rank, column));
      else {
        const problem = value === null ? undefined : tagValueProblem(value);
        if (problem === undefined) put({ rank, column, value });
        else bad.push({ rank, column, sort: problem, why: `This value is not pasted: ${problem}.` });
      }
    }
  }
  return { good: [...good.values()], bad, rowsBeyond: 0, columnsBeyond: 0 };
}

const notEdited = (rank: number, column: ColumnName): BadCell => ({ rank, column, sort: `${columnLabel(column)} is not edited`, why: whyNotEdited(column) });

export const isClean = ({ bad, rowsBeyond, columnsBeyond }: PastePlan): boolean => bad.length + rowsBeyond + columnsBeyond === 0;

/** Each sort of what cannot be written, with how often; the most frequent first. */
export function whatIsBad({ bad, rowsBeyond, columnsBeyond }: PastePlan): { sort: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { sort } of bad) counts.set(sort, (counts.get(sort) ?? 0) + 1);
  const sorts = [...counts].map(([sort, count]) => ({ sort, count })).sort((a, b) => b.count - a.count);
  const beyond = [
    { sort: rowsBeyond === 1 ? 'row is beyond the end of the list' : 'rows are beyond the end of the list', count: rowsBeyond },
    { sort: columnsBeyond === 1 ? 'column is beyond the last one' : 'columns are beyond the last one', count: columnsBeyond },
  ];
  return [...sorts, ...beyond.filter(({ count }) => count > 0)];
}

/** The ranks of an area that hold rows. */
export const rowRanks = ({ start, end }: Pick<BlockArea, 'start' | 'end'>, isRow: (rank: number) => boolean): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, step) => start + step).filter(isRow);
