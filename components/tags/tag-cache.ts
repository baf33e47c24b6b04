'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '../trpc';
import { type RowChange, writeCachedRows } from './cached-rows';

export interface TagCache {
  /** Writes over whatever is shown of resources. */
  write: (change: RowChange) => void;
  /** Counts and history follow an edit; the list's order and membership stay as they are under the pointer. */
  refreshCounts: () => Promise<unknown>;
}

/** What is shown of resources, wherever it is. */
export function useTagCache(): TagCache {
  const trpc = useTRPC();
  const queryClient: QueryClient = useQueryClient();
  return useMemo(
    () => ({
      write: (change) => writeCachedRows(queryClient, trpc.resources.pathKey(), change),
      refreshCounts() {
        const keys = [trpc.resources.facets.pathKey(), trpc.resources.count.pathKey(), trpc.resources.changes.pathKey(), trpc.tags.suggest.pathKey()];
        return Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey }, { cancelRefetch: false })));
      },
    }),
    [trpc, queryClient],
  );
}
