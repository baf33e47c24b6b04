'use client';

import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { isKey, isTyping } from '../ui/keys';
import { useKeys } from '../ui/use-keys';
import { cellAfterKey, cellAt, cellOf, cellsOf, columnOf, focusIn, pressWithin } from './cell-focus';
import { rankAfterKey } from './rank-after-key';

interface RowFocusOptions {
  grid: RefObject<HTMLElement | null>;
  listKey: string;
  count: number;
  /** The row that is active when the table appears. */
  firstActive: number;
  rowsPerPage: () => number;
  showRank: (rank: number) => void;
  onOpen: (rank: number) => void;
  /** Opens or closes what stands at this rank; false where that changes nothing. */
  onFold: (rank: number, open: boolean) => boolean;
}

/** About a column. */
const SIDEWAYS_PX = 120;

/**
 * The row that keys act on: one row takes part in the tab order, and its links and buttons with it. ArrowRight leads from the row to its cells,
 * Escape and ArrowLeft back; a cell is focused itself, and Enter presses what is in it.
 */
export function useRowFocus({ grid, listKey, count, firstActive, rowsPerPage, showRank, onOpen, onFold }: RowFocusOptions) {
  const [active, setActive] = useState({ listKey, rank: firstActive });
  const wanted = useRef<{ rank: number; column: string | undefined }>(undefined);
  const rank = active.listKey === listKey ? Math.min(active.rank, Math.max(0, count - 1)) : 0;

  const activate = useCallback((next: number) => setActive({ listKey, rank: next }), [listKey]);

  const focusRank = useCallback(
    (next: number, column?: string) => {
      wanted.current = { rank: next, column };
      showRank(next);
      activate(next);
    },
    [showRank, activate],
  );

  // Elements outlive the rows of a list: who is focused in a row that is not in the next one stands nowhere, instead of in another row.
  const focused = useRef<{ listKey: string; row: string | undefined }>(undefined);
  useLayoutEffect(() => {
    const { activeElement } = document;
    const around = grid.current?.contains(activeElement) ? rowAround(activeElement) : null;
    const { current: before } = focused;
    const isOther = before?.row !== undefined && before.listKey !== listKey && before.row !== around?.dataset.row;
    if (isOther && around && activeElement instanceof HTMLElement) activeElement.blur();
    focused.current = { listKey, row: around?.dataset.row };
  });

  // A row that is still on its way takes the focus, and gives it to the real one: unless the person has gone elsewhere.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const { rank: wantedRank, column } = wanted.current;
    const row = grid.current?.querySelector<HTMLElement>(`[data-rank="${wantedRank}"]`);
    const hasLeft = document.activeElement !== document.body && !grid.current?.contains(document.activeElement);
    if (hasLeft) wanted.current = undefined;
    if (!row || hasLeft) return;
    const target = cellAt(row, column) ?? row;
    if (row.ariaBusy !== 'true') wanted.current = undefined;
    if (document.activeElement !== target) focusIn(target);
  });

  // Where nothing has the focus, they lead to the list.
  const enter = () => document.activeElement === document.body && count > 0 && focusRank(rank);
  useKeys({ nextRow: enter, previousRow: enter });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || isTyping(event.target) || count === 0) return;
    const row = rowAround(event.target);
    if (!row) return;
    const onRow = event.target === row;
    const cell = cellOf(event.target);
    const onCell = cell !== null && cell === event.target;
    const into = isKey(event, 'intoRow');
    const right = isKey(event, 'scrollRight');
    if (isKey(event, 'open') && (onRow || onCell)) {
      event.preventDefault();
      if (!cell || !pressWithin(cell)) onOpen(rank);
    } else if (onRow && (right || isKey(event, 'scrollLeft'))) {
      event.preventDefault();
      grid.current?.scrollBy({ left: right ? SIDEWAYS_PX : -SIDEWAYS_PX });
    } else if (onRow && (into || isKey(event, 'outOfRow'))) {
      event.preventDefault();
      const first = cellsOf(row)[0];
      if (!onFold(rank, into) && into && first) focusIn(first);
    } else {
      const beside = cell && cellAfterKey(event, cell, row);
      const next = beside ? undefined : rankAfterKey(event, { rank, count, page: rowsPerPage() });
      if (beside) focusIn(beside);
      else if (next !== undefined) focusRank(next, cell ? columnOf(cell) : undefined);
      else return;
      event.preventDefault();
    }
  };

  return { rank, activate, focusRank, onKeyDown };
}

const rowAround = (target: EventTarget | null): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('[data-rank]') : null);
