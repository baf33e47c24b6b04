'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '../trpc';
import { type InventoryAddress, leavesItToAView } from './inventory-address';
import type { goInventory } from './use-inventory-address';

/** An address that says nothing opens the view that opens by itself. Where everything is shown, as after a query was cleared, it says so: a reload shows the same. */
export function useBareAddress(address: InventoryAddress, go: typeof goInventory): void {
  const trpc = useTRPC();
  // The sidebar's query, which that one keeps fresh: counting every view again is no matter of opening the inventory.
  const { data: opensByItself = false } = useQuery(
    trpc.views.list.queryOptions({ counts: 'exact' }, { staleTime: Infinity, select: ({ items }) => items.some(({ isDefault }) => isDefault) }),
  );
  const isBare = leavesItToAView(address);
  useEffect(() => {
    if (opensByItself && isBare) go({ view: '' }, 'replace');
  }, [opensByItself, isBare, go]);
}
