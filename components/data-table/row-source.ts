import type { ReactNode } from 'react';
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
  /** What stands at this rank in place of a row. */
  headingAt?: (rank: number) => RowHeading | undefined;
  /** Told which ranks are looked at (`end` is not), so that they can be brought. */
  onRange: (start: number, end: number) => void;
}

/** A list was read anew and the row of one rank has another one: it stays where it is on the screen, and keys act on it. */
export interface RowMove {
  from: number;
  to: number;
}

/** Stands over rows that belong together, which are there while it is open. */
export interface RowHeading {
  /** 0, or more for one within others. */
  level: number;
  isOpen: boolean;
  onToggle: () => void;
  name: string;
  /** The name as it is drawn. */
  label: ReactNode;
  /** What else can be pressed. */
  aside: (tabIndex: number) => ReactNode;
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

/** What is said of a cell. */
export interface CellMark {
  /** It is one of several that a key acts on. */
  selected?: boolean;
  /** What is in it could not be kept. */
  refused?: boolean;
  /** Stands in the place of what the column draws. */
  instead?: ReactNode;
}

/** What is said of the cells of a row, by their columns: the same object as long as it is the same. */
export type CellsMarked = (rank: number, rowId: string) => ReadonlyMap<string, CellMark> | undefined;
