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

const urlWith = (before: string, change: Partial<InventoryAddress>): string => {
  const search = writeAddress(before, { ...readAddress(new URLSearchParams(before)), ...change });
  return search === '' ? PATH : `${PATH}?${search}`;
};

/** The page is not asked from the server again: its queries follow the address. */
export function goInventory(change: Partial<InventoryAddress>, step: Step): void {
  const url = urlWith(readShown(), change);
  if (step === 'push') window.history.pushState(null, '', url);
  else window.history.replaceState(null, '', url);
  window.dispatchEvent(new Event(CHANGED));
}

/** Takes a step back where that leads to the same: what was opened and closed again leaves no trace. */
export function goBackTo(change: Partial<InventoryAddress>): void {
  // Not in every browser yet.
  const navigation = 'navigation' in window ? window.navigation : undefined;
  const here = navigation?.currentEntry?.index ?? 0;
  const before = navigation?.entries().find(({ index }) => index === here - 1)?.url;
  if (before && new URL(before).pathname === PATH && urlWith(new URL(before).search, {}) === urlWith(readShown(), change)) window.history.back();
  else goInventory(change, 'replace');
}

/** What the address says, and the way to change it. */
export function useInventoryAddress(): [InventoryAddress, typeof goInventory] {
  // Renders again when a link leads to the inventory itself; and is all that the server has.
  const params = useSearchParams();
  const search = useSyncExternalStore(subscribe, readShown, () => `?${params.toString()}`);
  return [useMemo(() => readAddress(new URLSearchParams(search)), [search]), goInventory];
}
