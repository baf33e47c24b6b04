interface WaitingRowProps {
  columnIds: readonly string[];
  rank: number;
  place: number;
  selectable: boolean;
}

/** Widths that differ from row to row as words do, the same ones each time. */
const WIDTHS = ['62%', '48%', '74%', '55%', '68%', '42%', '58%'];

/** The place of a row that is on its way: true height, true columns, no shimmer. */
export function WaitingRow({ columnIds, rank, place, selectable }: WaitingRowProps) {
  return (
    <div role="row" aria-rowindex={rank + 1} aria-busy data-rank={rank} tabIndex={-1} className="grid-row grid-row-waiting" style={{ top: `calc(var(--row-height) * ${place})` }}>
      {selectable && <span role="gridcell" data-column="select" className="grid-cell" />}
      {columnIds.map((id, column) => (
        <span key={id} role="gridcell" data-column={id} className="grid-cell">
          <i className="bone" style={{ width: WIDTHS[(rank * 3 + column * 2) % WIDTHS.length] }} />
        </span>
      ))}
    </div>
  );
}
