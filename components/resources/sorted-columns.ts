import { DEFAULT_SORT, printSort, readSort, type Sort, type SortKey } from '@/domain/sort';
import type { SortedColumn } from '../data-table/row-source';

/** The order that an address asks for; with `problem` when it cannot be, and the usual one is taken. */
export function readOrder(text: string): { sort: Sort; problem?: string } {
  const read = readSort(text);
  return 'problem' in read ? { sort: DEFAULT_SORT, problem: read.problem } : read;
}

/** Columns bear the names that the selector gives their fields. */
export const columnsSorted = (sort: Sort): SortedColumn[] =>
  sort.flatMap(({ by, descending }) => (by.type === 'field' ? [{ id: by.field, descending }] : []));

/** After a click on a head: up, then down, then as usual; `additive` keeps the other columns. */
export function sortAfterClick(sort: Sort, column: string, additive: boolean): string {
  const clicked = readSort(column);
  const [fresh] = 'sort' in clicked ? clicked.sort : [];
  if (fresh === undefined) return printOrder(sort);
  const isClicked = ({ by }: SortKey) => by.type === 'field' && by.field === column;
  const before = sort.find(isClicked);
  const turned = before === undefined ? [fresh] : before.descending ? [] : [{ ...before, descending: true }];
  if (!additive) return printOrder(turned);
  const at = sort.findIndex(isClicked);
  return printOrder(at < 0 ? [...sort, ...turned] : [...sort.slice(0, at), ...turned, ...sort.slice(at + 1)]);
}

/** The usual order is not said. */
function printOrder(sort: Sort): string {
  const text = printSort(sort);
  return text === printSort(DEFAULT_SORT) ? '' : text;
}
