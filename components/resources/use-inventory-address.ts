'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo, useSyncExternalStore } from 'react';
import type { Step } from '../search-box/step';
import { type InventoryAddress, readAddress, writeAddress } from './inventory-address';

const PATH = '/resources';
const CHANGED = 'inventory-address';

// The browser's own address is read, not Next's copy of it: that one follows in a transition, and what is typed would overtake it.
let shown = '';
function readShown(): string {
  // On its way to another page, the inventory keeps what it shows.
  if (window.location.pathname === PATH) shown = window.location.search;
  return shown;
}

function subscribe(listener: () => void) {
  window.addEventListener('popstate', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(CHANGED, listener);
  };
}

/** The page is not asked from the server again: its queries follow the address. */
function go(change: Partial<InventoryAddress>, step: Step): void {
  const before = readShown();
  const search = writeAddress(before, { ...readAddress(new URLSearchParams(before)), ...change });
  const url = search === '' ? PATH : `${PATH}?${search}`;
  if (step === 'push') window.history.pushState(null, '', url);
  else window.history.replaceState(null, '', url);
  window.dispatchEvent(new Event(CHANGED));
}

/** What the address says, and the way to change it. */
export function useInventoryAddress(): [InventoryAddress, typeof go] {
  // Renders again when a link leads to the inventory itself; and is all that the server has.
  const params = useSearchParams();
  const search = useSyncExternalStore(subscribe, readShown, () => `?${params.toString()}`);
  return [useMemo(() => readAddress(new URLSearchParams(search)), [search]), go];
}
