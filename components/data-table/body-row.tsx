import type { Row } from '@tanstack/react-table';
import { memo } from 'react';
import { flexRender } from '@tanstack/react-table';
import { CheckBox } from '../ui/check-box';
import { cellPlace } from './cell-place';
import type { CellsMarked } from './row-source';
import { RowTabStopProvider } from './row-tab-stop';
import type { TABLE_FEATURES } from './table-features';

interface BodyRowProps<Data extends object> {
  row: Row<typeof TABLE_FEATURES, Data>;
  /** What the row is drawn from: the memo compares it, so that an edited row is drawn anew. */
  data: Data;
  columns: unknown;
  pinned: number;
  rank: number;
  place: number;
  tabStop: boolean;
  /** Undefined where rows are not selected. */
  selected: boolean | undefined;
  label: string;
  marks: ReturnType<CellsMarked>;
  onActive: (rank: number) => void;
}

function BodyRowPlain<Data extends object>({ row, pinned, rank, place, tabStop, selected, label, marks, onActive }: BodyRowProps<Data>) {
  return (
    <div
      role="row"
      aria-rowindex={rank + 1}
      aria-selected={selected}
      data-rank={rank}
      className="grid-row"
      style={{ top: `calc(var(--row-height) * ${place})` }}
      tabIndex={tabStop ? 0 : -1}
      onFocus={() => onActive(rank)}
    >
      {selected !== undefined && (
        <span role="gridcell" data-column="select" className="grid-cell">
          <CheckBox state={selected ? 'all' : 'none'} label={`Select ${label}`} tabIndex={tabStop ? 0 : -1} />
        </span>
      )}
      <RowTabStopProvider value={tabStop ? 0 : -1}>
        {row.getAllCells().map((cell, at) => {
          const mark = marks?.get(cell.column.id);
          return (
            <span key={cell.id} role="gridcell" tabIndex={-1} aria-selected={mark?.selected} aria-invalid={mark?.refused} className="grid-cell" {...cellPlace(cell.column, at, pinned)}>
              {mark?.instead ?? flexRender(cell.column.columnDef.cell, cell.getContext())}
            </span>
          );
        })}
      </RowTabStopProvider>
    </div>
  );
}

/** The table makes new row objects whenever the list is scrolled: only what is drawn counts. */
const isSameRow = <Data extends object>(a: BodyRowProps<Data>, b: BodyRowProps<Data>) =>
  a.data === b.data && a.rank === b.rank && a.place === b.place && a.tabStop === b.tabStop && a.selected === b.selected && a.marks === b.marks && a.columns === b.columns && a.pinned === b.pinned && a.onActive === b.onActive;

// memo() forgets the type parameter; the component is the same one.
export const BodyRow = memo(BodyRowPlain, isSameRow) as unknown as typeof BodyRowPlain;
