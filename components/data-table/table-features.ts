import { createColumnHelper, tableFeatures } from '@tanstack/react-table';

export interface ColumnMeta {
  /** The head's accessible name where its text does not say enough. */
  sortable: boolean;
  align?: 'end';
}

const NO_META: ColumnMeta = { sortable: false };

/** Sorting, filtering and paging are the server's: the table needs the core alone. */
export const TABLE_FEATURES = tableFeatures({ columnMeta: NO_META });

export const columnsOf = <Row extends object>() => createColumnHelper<typeof TABLE_FEATURES, Row>();
