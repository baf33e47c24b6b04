import type { CheckState } from '../ui/check-box';

/** Where a table takes its rows from, by their rank in the list. */
export interface RowSource<Row> {
  /** Names the list whose rows these are: another list begins at its top again. */
  listKey: string;
  /** How many rows the list has. */
  total: number;
  /** How many of them can be scrolled to. */
  count: number;
  /** The row of this rank, undefined while it is not here. */
  rowAt: (rank: number) => Row | undefined;
  /** Told which ranks are looked at (`end` is not), so that they can be brought. */
  onRange: (start: number, end: number) => void;
}

export interface SortedColumn {
  id: string;
  descending: boolean;
}

/** Which rows are selected. What is done to a row's box is heard by whoever is around the table. */
export interface SelectedRows<Row> {
  isSelected: (row: Row) => boolean;
  labelOf: (row: Row) => string;
  /** Of the rows on the page that is in sight. */
  page: CheckState;
  onTogglePage: () => void;
}
