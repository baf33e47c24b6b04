'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { type InventoryAddress, readAddress, writeAddress } from './inventory-address';

/** `push` makes a step that Back undoes; `replace` goes on with the one before. */
export type Step = 'push' | 'replace';

/** The address and the way to change it. The page is not asked from the server again: its queries follow the address. */
export function useInventoryAddress(): [InventoryAddress, (change: Partial<InventoryAddress>, step: Step) => void] {
  const params = useSearchParams();
  const address = useMemo(() => readAddress(params), [params]);
  const go = useCallback((change: Partial<InventoryAddress>, step: Step) => {
    const before = window.location.search;
    const search = writeAddress(before, { ...readAddress(new URLSearchParams(before)), ...change });
    const url = `${window.location.pathname}${search === '' ? '' : `?${search}`}`;
    if (step === 'push') window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
  }, []);
  return [address, go];
}
