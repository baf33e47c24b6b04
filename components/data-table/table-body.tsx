import type { Column, Row } from '@tanstack/react-table';
import { useState } from 'react';
import { BodyCells } from './body-cells';
import { HeadingCell } from './heading-cell';
import { MAX_SPACER_PX } from './rank-place';
import { nextSlots, type RowSlots } from './row-slots';
import type { CellsMarked, RowHeading, SelectedRows } from './row-source';
import type { PlacedItem } from './stand-in';
import type { TABLE_FEATURES } from './table-features';
import { TableRow } from './table-row';
import { WaitingCells } from './waiting-cells';

export interface TableItem<Data> {
  heading?: RowHeading;
  row?: Data;
}

interface TableBodyProps<Data extends object> {
  /** What is in the document, from the top. */
  items: readonly PlacedItem<TableItem<Data>>[];
  rowOf: (data: Data) => Row<typeof TABLE_FEATURES, Data> | undefined;
  columns: readonly Column<typeof TABLE_FEATURES, Data>[];
  /** What the columns were made from: as long as it is the same, cells are not drawn anew. */
  columnDefs: unknown;
  pinned: number;
  /** The height of the whole list, in rows. */
  rows: number;
  late: boolean;
  /** The row that takes part in the tab order. */
  tabStop: number | undefined;
  onActive: (rank: number) => void;
  selection: SelectedRows<Data> | undefined;
  cellsMarked: CellsMarked | undefined;
}

const NO_SLOTS: RowSlots = new Map();

/** The rows that are in the document, in elements that outlive them. */
export function TableBody<Data extends object>({ items, rowOf, columns, columnDefs, pinned, rows, late, tabStop, onActive, selection, cellsMarked }: TableBodyProps<Data>) {
  const [before, setSlots] = useState(NO_SLOTS);
  const slots = nextSlots(before, items.map(({ rank }) => rank));
  if (slots !== before) setSlots(slots);
  const selectable = selection !== undefined;

  return (
    <div role="rowgroup" className={`grid-body ${late ? 'grid-body-late' : ''}`} style={{ height: `min(calc(var(--row-height) * ${rows}), ${MAX_SPACER_PX}px)` }}>
      {items.map(({ rank, place, item: { heading, row: data } = {} }) => {
        const row = data && rowOf(data);
        const selected = data && selection?.isSelected(data);
        const isStop = rank === tabStop;
        return (
          <TableRow key={slots.get(rank)} rank={rank} id={row?.id} place={place} tabStop={isStop} onActive={onActive} waiting={!heading && !row} selected={selected} level={heading?.level}>
            {heading ? (
              <HeadingCell heading={heading} columns={columns.length + (selectable ? 1 : 0)} tabStop={isStop} />
            ) : row ? (
              <BodyCells row={row} columns={columnDefs} pinned={pinned} tabStop={isStop} selected={selected} label={selection?.labelOf(row.original) ?? ''} marks={cellsMarked?.(rank, row.id)} />
            ) : (
              <WaitingCells columns={columns} pinned={pinned} rank={rank} selectable={selectable} />
            )}
          </TableRow>
        );
      })}
    </div>
  );
}
