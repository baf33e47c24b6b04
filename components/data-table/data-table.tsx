'use client';

import './data-table.css';
import { type ColumnDef, useTable } from '@tanstack/react-table';
import { type CSSProperties, type Ref, type RefObject, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { CheckBox } from '../ui/check-box';
import { useIsLate } from '../ui/use-is-late';
import { cellOf } from './cell-focus';
import { columnLayout, type ColumnWidths } from './column-layout';
import { fittingWidth } from './fitting-width';
import { HeaderCell } from './header-cell';
import type { CellsMarked, RowMove, RowSource, SelectedRows, SortedColumn } from './row-source';
import { TableBody } from './table-body';
import { metaOf, TABLE_FEATURES } from './table-features';
import { useRankScroll } from './use-rank-scroll';
import { useRowFocus } from './use-row-focus';
import { type RowHeights, useRowHeight } from './use-row-height';
import { useStandIn } from './use-stand-in';

export interface TablePlace {
  /** The ranks in sight; `end` is not. */
  start: number;
  end: number;
  /** The row that keys act on. */
  active: number;
}

/** Brings a cell into sight, wherever the list stands, and gives it the focus; without a column, the row. */
export type FocusCell = (rank: number, column?: string) => void;

/** What can be done to a table from beside it. */
export interface TableHandle {
  /** Gives the focus to the row that keys act on, or to one so many rows from it. */
  focusRow: (step?: number) => void;
  /** Makes it the row that keys act on, and shows it; where nothing has the focus, it gets that too. */
  bringRow: (rank: number) => void;
}

interface DataTableProps<Row extends object> {
  label: string;
  className?: string;
  columns: readonly ColumnDef<typeof TABLE_FEATURES, Row>[];
  /** How many of the first columns stay where they are while the others are scrolled sideways. */
  pinned: number;
  widths: ColumnWidths;
  onWidth: (id: string, width: number) => void;
  /** On a narrow screen a row is a card that the feature draws, and there are no heads. */
  cards: boolean;
  source: RowSource<Row>;
  rowId: (row: Row) => string;
  rowHeights: RowHeights;
  sort: readonly SortedColumn[];
  onSort: (id: string, additive: boolean) => void;
  onOpen: (row: Row) => void;
  /** Where the table stands when it appears. */
  firstPlace?: Pick<TablePlace, 'start' | 'active'> | undefined;
  move?: RowMove | undefined;
  /** Told where the table stands. */
  onPlace?: (place: TablePlace) => void;
  handle?: RefObject<TableHandle | null>;
  /** The rows are those of another query than the one asked for. */
  outdated: boolean;
  selection?: SelectedRows<Row> | undefined;
  cellsMarked?: CellsMarked | undefined;
  focusCell?: Ref<FocusCell> | undefined;
}

/** A list of any length: only the rows in sight are in the document. */
export function DataTable<Row extends object>({ label, className = '', columns, pinned, widths, onWidth, cards, source, rowId, rowHeights, sort, onSort, onOpen, firstPlace, move, onPlace, handle, outdated, selection, cellsMarked, focusCell }: DataTableProps<Row>) {
  const grid = useRef<HTMLDivElement>(null);
  const { count, total, listKey, rowAt, headingAt, onRange } = source;
  const rowHeight = useRowHeight(rowHeights);
  const isLate = useIsLate(outdated);
  const headHeight = useCallback(() => grid.current?.querySelector<HTMLElement>('.grid-head')?.offsetHeight ?? 0, []);
  // The focus needs the scroller and the scroller keeps the focused row: the rank goes round by a ref that a render later agrees.
  const showRankRef = useRef<(rank: number) => void>(() => undefined);
  const focus = useRowFocus({
    grid,
    listKey,
    count,
    firstActive: firstPlace?.active ?? 0,
    rowsPerPage: useCallback(() => Math.max(1, Math.floor(((grid.current?.clientHeight ?? 0) - headHeight()) / rowHeight) - 1), [headHeight, rowHeight]),
    showRank: useCallback((rank: number) => showRankRef.current(rank), []),
    onOpen: (rank) => {
      const row = rowAt(rank);
      if (row) onOpen(row);
      else headingAt?.(rank)?.onToggle();
    },
    onFold: (rank, open) => {
      const heading = headingAt?.(rank);
      if (heading === undefined || heading.isOpen === open) return false;
      heading.onToggle();
      return true;
    },
  });
  const { placed, rows, seen, showRank, moveBy } = useRankScroll({ scrollerRef: grid, listKey, count, rowHeight, firstRank: firstPlace?.start ?? 0, keptRank: focus.rank });
  useEffect(() => {
    showRankRef.current = (rank) => showRank(rank, headHeight());
  });

  useImperativeHandle(focusCell, () => focus.focusRank, [focus.focusRank]);

  // Each move once, however often it is rendered. The focus stays in its column.
  const moved = useRef(move);
  const focusedColumn = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (move === undefined || moved.current === move) return;
    moved.current = move;
    moveBy(move.to - move.from);
    focus.focusRank(move.to, focusedColumn.current);
  });

  const { wanted, fill } = useStandIn({
    listKey,
    seen,
    kept: focus.rank,
    itemAt: (rank) => {
      const heading = headingAt?.(rank);
      if (heading) return { heading };
      const row = rowAt(rank);
      return row && { row };
    },
  });
  useEffect(() => {
    onRange(wanted.start, wanted.end);
  }, [onRange, listKey, wanted.start, wanted.end]);
  useEffect(() => {
    onPlace?.({ start: seen.start, end: seen.end, active: focus.rank });
  }, [onPlace, seen.start, seen.end, focus.rank]);

  useImperativeHandle(handle, () => ({
    focusRow(step = 0) {
      const { activeElement } = document;
      // The table leaves the focus to whoever has taken it elsewhere.
      if (activeElement instanceof HTMLElement && !grid.current?.contains(activeElement)) activeElement.blur();
      focus.focusRank(Math.max(0, Math.min(count - 1, focus.rank + step)));
    },
    bringRow(rank) {
      if (document.activeElement === document.body) return focus.focusRank(rank);
      showRank(rank, headHeight());
      focus.activate(rank);
    },
  }));

  const here = fill(placed);
  const data = here.flatMap(({ item }) => item?.row ?? []);
  const table = useTable({ features: TABLE_FEATURES, columns, data, getRowId: rowId });
  const { rowsById } = table.getRowModel();
  const shown = table.getAllLeafColumns();
  const tabStop = here.some(({ rank }) => rank === focus.rank) ? focus.rank : here[0]?.rank;
  const layout = columnLayout(shown.map((column) => ({ id: column.id, ...metaOf(column) })), widths, pinned);
  const style: CSSProperties & Record<`--${string}`, string> = { ...layout, '--row-wide': `${rowHeights.wide}px`, '--row-narrow': `${rowHeights.narrow}px` };

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      aria-rowcount={total}
      aria-colcount={shown.length + (selection ? 1 : 0)}
      aria-multiselectable={selection && true}
      aria-busy={outdated}
      className={`grid-scroller ${selection ? 'grid-selectable' : ''} ${cards ? 'grid-cards' : ''} ${className}`}
      style={style}
      onFocus={({ target }) => (focusedColumn.current = cellOf(target)?.dataset.column)}
      onKeyDown={focus.onKeyDown}
      onScroll={({ currentTarget }) => currentTarget.toggleAttribute('data-aside', currentTarget.scrollLeft > 0)}
    >
      <div role="rowgroup" className="grid-head">
        <div role="row" className="grid-row grid-head-row">
          {selection && (
            <span role="columnheader" data-column="select" className="head-cell">
              <CheckBox state={selection.page} label="Select the rows on this page" onToggle={selection.onTogglePage} />
            </span>
          )}
          {shown.map((column, place) => (
            <HeaderCell
              key={column.id}
              column={column}
              place={place}
              pinned={pinned}
              sort={sort}
              width={widths[column.id]}
              onSort={onSort}
              onWidth={onWidth}
              onFit={(id) => grid.current && onWidth(id, fittingWidth(grid.current, id))}
            />
          ))}
        </div>
      </div>
      <TableBody
        items={here}
        rowOf={(data) => rowsById[rowId(data)]}
        columns={shown}
        columnDefs={columns}
        pinned={pinned}
        rows={rows}
        late={isLate}
        tabStop={tabStop}
        onActive={focus.activate}
        selection={selection}
        cellsMarked={cellsMarked}
      />
    </div>
  );
}
