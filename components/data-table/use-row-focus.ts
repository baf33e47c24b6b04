'use client';

import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
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

const isTyping = (target: EventTarget) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The row that keys act on: one row takes part in the tab order, and its links and buttons with it. */
export function useRowFocus({ grid, listKey, count, firstActive, rowsPerPage, showRank, onOpen, onFold }: RowFocusOptions) {
  const [active, setActive] = useState({ listKey, rank: firstActive });
  const wanted = useRef<number>(undefined);
  const rank = active.listKey === listKey ? Math.min(active.rank, Math.max(0, count - 1)) : 0;

  const activate = useCallback((next: number) => setActive({ listKey, rank: next }), [listKey]);

  const focusRank = useCallback(
    (next: number) => {
      wanted.current = next;
      showRank(next);
      activate(next);
    },
    [showRank, activate],
  );

  // A row that is still on its way takes the focus, and gives it to the real one: unless the person has gone elsewhere.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const row = grid.current?.querySelector<HTMLElement>(`[data-rank="${wanted.current}"]`);
    const hasLeft = document.activeElement !== document.body && !grid.current?.contains(document.activeElement);
    if (hasLeft) wanted.current = undefined;
    if (!row || hasLeft) return;
    if (row.ariaBusy !== 'true') wanted.current = undefined;
    if (document.activeElement !== row) row.focus({ preventScroll: true });
  });

  // J and K work from the page itself too, where nothing has the focus.
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const isMove = event.key === 'j' || event.key === 'k';
      if (!isMove || event.ctrlKey || event.metaKey || event.altKey || document.activeElement !== document.body || count === 0) return;
      event.preventDefault();
      focusRank(rank);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [focusRank, rank, count]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || isTyping(event.target) || event.metaKey || event.altKey || count === 0) return;
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-rank]') : null;
    if (!row) return;
    const onRow = event.target === row;
    if (event.key === 'Enter' && onRow) {
      event.preventDefault();
      onOpen(rank);
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      const step = event.key === 'ArrowRight' ? 1 : -1;
      if (event.shiftKey) grid.current?.scrollBy({ left: step * SIDEWAYS_PX });
      else if (!onRow || !onFold(rank, step > 0)) stepInside(row, step);
    } else {
      const next = rankAfterKey(event.key, { rank, count, page: rowsPerPage(), ctrl: event.ctrlKey });
      if (next === undefined) return;
      event.preventDefault();
      focusRank(next);
    }
  };

  return { rank, activate, focusRank, onKeyDown };
}

/** From the row into its links and buttons, and back out to the row. */
function stepInside(row: HTMLElement, step: 1 | -1) {
  const stops = [row, ...row.querySelectorAll<HTMLElement>('a[href], button')].filter((stop) => stop === row || stop.getClientRects().length > 0);
  const here = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[Math.max(0, Math.min(stops.length - 1, here + step))];
  next?.focus({ preventScroll: true });
  if (next !== row) next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
