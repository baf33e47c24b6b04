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
