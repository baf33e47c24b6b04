import { flexRender, type Row } from '@tanstack/react-table';
import { memo } from 'react';
import { CheckBox } from '../ui/check-box';
import { cellPlace } from './cell-place';
import type { CellsMarked } from './row-source';
import { RowTabStopProvider } from './row-tab-stop';
import type { TABLE_FEATURES } from './table-features';

interface BodyCellsProps<Data extends object> {
  row: Row<typeof TABLE_FEATURES, Data>;
  columns: unknown;
  pinned: number;
  tabStop: boolean;
  /** Undefined where rows are not selected. */
  selected: boolean | undefined;
  label: string;
  marks: ReturnType<CellsMarked>;
}

function BodyCellsPlain<Data extends object>({ row, pinned, tabStop, selected, label, marks }: BodyCellsProps<Data>) {
  const tabIndex = tabStop ? 0 : -1;
  return (
    <>
      {selected !== undefined && (
        <span role="gridcell" data-column="select" className="grid-cell">
          <CheckBox state={selected ? 'all' : 'none'} label={`Select ${label}`} tabIndex={tabIndex} />
        </span>
      )}
      <RowTabStopProvider value={tabIndex}>
        {row.getAllCells().map((cell, at) => {
          const { column } = cell;
          const mark = marks?.get(column.id);
          return (
            <span key={column.id} role="gridcell" tabIndex={-1} aria-selected={mark?.selected} aria-invalid={mark?.refused} className="grid-cell" {...cellPlace(column, at, pinned)}>
              {mark?.instead ?? flexRender(column.columnDef.cell, cell.getContext())}
            </span>
          );
        })}
      </RowTabStopProvider>
    </>
  );
}

/** The table makes new row objects whenever the list is scrolled: only what they are drawn from counts, which is another one after an edit. */
const areSame = <Data extends object>(a: BodyCellsProps<Data>, b: BodyCellsProps<Data>) =>
  a.row.original === b.row.original && a.tabStop === b.tabStop && a.selected === b.selected && a.marks === b.marks && a.columns === b.columns && a.pinned === b.pinned;

/** What is in a row that is here. Not drawn anew by a move: its place is the row's. memo() forgets the type parameter; the component is the same one. */
export const BodyCells = memo(BodyCellsPlain, areSame) as unknown as typeof BodyCellsPlain;
