'use client';

import { type ReactNode, type RefObject, useMemo, useSyncExternalStore } from 'react';
import type { ResourceRow } from '@/domain/resource';
import { cellAt } from '../data-table/cell-focus';

interface BesideCellProps {
  frame: RefObject<HTMLElement | null>;
  rowAt: (rank: number) => ResourceRow | undefined;
  id: string;
  column: string;
  children: (cell: HTMLElement) => ReactNode;
}

/** Where a cell of this resource stands now; undefined while its row is out of sight. */
function cellElement(frame: HTMLElement | null, rowAt: BesideCellProps['rowAt'], id: string, column: string): HTMLElement | undefined {
  const row = [...(frame?.querySelectorAll<HTMLElement>('[data-rank]') ?? [])].find(({ dataset }) => rowAt(Number(dataset.rank))?.id === id);
  return row && cellAt(row, column);
}

/** Tells when rows come or go, as they do with every drawing of the list. */
const rowsComing = (frame: BesideCellProps['frame']) => (listener: () => void) => {
  const rows = new MutationObserver(listener);
  if (frame.current) rows.observe(frame.current, { childList: true, subtree: true });
  return () => rows.disconnect();
};

/** Draws what hangs at a cell, for as long as that is there, wherever it is scrolled. */
export function BesideCell({ frame, rowAt, id, column, children }: BesideCellProps) {
  const subscribe = useMemo(() => rowsComing(frame), [frame]);
  const cell = useSyncExternalStore(subscribe, () => cellElement(frame.current, rowAt, id, column), () => undefined);
  return cell === undefined ? null : children(cell);
}
