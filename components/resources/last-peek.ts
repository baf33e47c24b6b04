'use client';

import { useSyncExternalStore } from 'react';

const KEPT_AS = 'last-peek';

/** What was looked at, and where it stood in which list. */
export interface LastPeek {
  id: string;
  rank: number;
  listKey: string;
}

let last: LastPeek | null | undefined;

function readLast(): LastPeek | null {
  if (last !== undefined) return last;
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? 'null');
    last = isPeek(kept) ? kept : null;
  } catch {
    last = null; // storage is refused, or another page wrote there
  }
  return last;
}

function isPeek(kept: unknown): kept is LastPeek {
  if (typeof kept !== 'object' || kept === null || !('id' in kept && 'rank' in kept && 'listKey' in kept)) return false;
  return typeof kept.id === 'string' && typeof kept.listKey === 'string' && typeof kept.rank === 'number' && Number.isInteger(kept.rank) && kept.rank >= 0;
}

export function keepLastPeek(peek: LastPeek): void {
  try {
    sessionStorage.setItem(KEPT_AS, JSON.stringify(peek));
  } catch {
    // After a reload the list begins at its top.
  }
}

const neverChanges = () => () => undefined;

/** What this tab looked at before it was loaded anew: the address names the resource, this its place in the list. */
export const useLastPeek = (): LastPeek | null => useSyncExternalStore(neverChanges, readLast, () => null);
