import type { Column } from '@tanstack/react-table';
import { metaOf, type TABLE_FEATURES } from './table-features';

/** What the style sheet has to know of a cell or head: its column, and whether it stays at the left. */
export function cellPlace<Row extends object>(column: Column<typeof TABLE_FEATURES, Row>, place: number, pinned: number) {
  const { align, leaves } = metaOf(column);
  return {
    'data-column': column.id,
    'data-align': align,
    'data-leaves': leaves ? '' : undefined,
    ...(place < pinned ? { 'data-pinned': place, style: { left: `var(--left-${place})` } } : {}),
  };
}
