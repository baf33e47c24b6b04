import type { Column } from '@tanstack/react-table';
import { memo } from 'react';
import { cellPlace } from './cell-place';
import type { TABLE_FEATURES } from './table-features';

interface WaitingCellsProps<Row extends object> {
  columns: readonly Column<typeof TABLE_FEATURES, Row>[];
  pinned: number;
  rank: number;
  selectable: boolean;
}

/** Widths that differ from row to row as words do, the same ones each time. */
const WIDTHS = ['62%', '48%', '74%', '55%', '68%', '42%', '58%'];

/** What is in a row that is on its way: true columns, no shimmer. */
function WaitingCellsPlain<Row extends object>({ columns, pinned, rank, selectable }: WaitingCellsProps<Row>) {
  return (
    <>
      {selectable && <span role="gridcell" data-column="select" className="grid-cell" />}
      {columns.map((column, at) => (
        <span key={column.id} role="gridcell" tabIndex={-1} className="grid-cell" {...cellPlace(column, at, pinned)}>
          <i className="bone" style={{ width: WIDTHS[(rank * 3 + at * 2) % WIDTHS.length] }} />
        </span>
      ))}
    </>
  );
}

// memo() forgets the type parameter; the component is the same one.
export const WaitingCells = memo(WaitingCellsPlain) as unknown as typeof WaitingCellsPlain;
