'use client';

import { useSyncExternalStore } from 'react';
import { type ColumnWidths, LEAST_WIDTH, MOST_WIDTH } from '../data-table/column-layout';

const KEPT_AS = 'column-widths';
const NONE: ColumnWidths = {};

let widths: ColumnWidths | undefined;
const listeners = new Set<() => void>();

/** What this browser kept; where it keeps nothing, or something that is no width, the usual ones. */
function readWidths(): ColumnWidths {
  if (widths !== undefined) return widths;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}');
    widths = Object.fromEntries(Object.entries(kept ?? NONE).filter(([, width]) => typeof width === 'number' && width >= LEAST_WIDTH && width <= MOST_WIDTH));
  } catch {
    widths = NONE;
  }
  return widths;
}

function keepWidths(next: ColumnWidths): void {
  widths = next;
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing shows them until the page is left.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const keepWidth = (column: string, width: number): void => keepWidths({ ...readWidths(), [column]: width });
export const forgetWidths = (): void => keepWidths(NONE);

/** How wide somebody made the columns, and the way to do it: kept in the browser for every list. */
export const useColumnWidths = (): [ColumnWidths, typeof keepWidth] => [useSyncExternalStore(subscribe, readWidths, () => NONE), keepWidth];
