import { type Column, createColumnHelper, tableFeatures } from '@tanstack/react-table';

export interface ColumnMeta {
  label: string;
  sortable: boolean;
  align?: 'end';
  /** In pixels, unless somebody set it. */
  leastWidth: number;
  /** Its share of the room that is left over; without one it keeps its least width. */
  grows?: number;
  /** Goes first where there is not room for all. */
  leaves?: boolean;
}

const NO_META: ColumnMeta = { label: '', sortable: false, leastWidth: 0 };

/** Sorting, filtering and paging are the server's, and widths are the style sheet's: the table needs the core alone. */
export const TABLE_FEATURES = tableFeatures({ columnMeta: NO_META });

export const columnsOf = <Row extends object>() => createColumnHelper<typeof TABLE_FEATURES, Row>();

export const metaOf = <Row extends object>({ columnDef }: Column<typeof TABLE_FEATURES, Row>): ColumnMeta => columnDef.meta ?? NO_META;
