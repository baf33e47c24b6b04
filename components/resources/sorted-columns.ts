import { DEFAULT_SORT, MAX_SORT_KEYS, printSort, printSortBy, readSort, type Sort, type SortKey } from '@/domain/sort';
import type { SortedColumn } from '../data-table/row-source';

/** The order that an address asks for; with `problem` when it cannot be, and the usual one is taken. */
export function readOrder(text: string): { sort: Sort; problem?: string } {
  const read = readSort(text);
  return 'problem' in read ? { sort: DEFAULT_SORT, problem: read.problem } : read;
}

export const columnsSorted = (sort: Sort): SortedColumn[] => sort.map(({ by, descending }) => ({ id: printSortBy(by), descending }));

/** After a click on a head: up, then down, then as usual; `additive` keeps the other columns, and one too many takes the last one's place. */
export function sortAfterClick(sort: Sort, column: string, additive: boolean): string {
  const clicked = readSort(column);
  const [fresh] = 'sort' in clicked ? clicked.sort : [];
  if (fresh === undefined) return printOrder(sort);
  const isClicked = ({ by }: SortKey) => printSortBy(by) === column;
  const before = sort.find(isClicked);
  const turned = before === undefined ? [fresh] : before.descending ? [] : [{ ...before, descending: true }];
  if (!additive) return printOrder(turned);
  const at = sort.findIndex(isClicked);
  return printOrder(at < 0 ? [...sort.slice(0, MAX_SORT_KEYS - 1), ...turned] : [...sort.slice(0, at), ...turned, ...sort.slice(at + 1)]);
}

/** The usual order is not said. */
function printOrder(sort: Sort): string {
  const text = printSort(sort);
  return text === printSort(DEFAULT_SORT) ? '' : text;
}
