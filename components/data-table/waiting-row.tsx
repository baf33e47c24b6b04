import type { Column } from '@tanstack/react-table';
import { cellPlace } from './cell-place';
import type { TABLE_FEATURES } from './table-features';

interface WaitingRowProps<Row extends object> {
  columns: readonly Column<typeof TABLE_FEATURES, Row>[];
  pinned: number;
  rank: number;
  place: number;
  selectable: boolean;
}

/** Widths that differ from row to row as words do, the same ones each time. */
const WIDTHS = ['62%', '48%', '74%', '55%', '68%', '42%', '58%'];

/** The place of a row that is on its way: true height, true columns, no shimmer. */
export function WaitingRow<Row extends object>({ columns, pinned, rank, place, selectable }: WaitingRowProps<Row>) {
  return (
    <div role="row" aria-rowindex={rank + 1} aria-busy data-rank={rank} tabIndex={-1} className="grid-row grid-row-waiting" style={{ top: `calc(var(--row-height) * ${place})` }}>
      {selectable && <span role="gridcell" data-column="select" className="grid-cell" />}
      {columns.map((column, at) => (
        <span key={column.id} role="gridcell" tabIndex={-1} className="grid-cell" {...cellPlace(column, at, pinned)}>
          <i className="bone" style={{ width: WIDTHS[(rank * 3 + at * 2) % WIDTHS.length] }} />
        </span>
      ))}
    </div>
  );
}
