'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../trpc';
import type { useFleetCounts } from './use-fleet-counts';
import type { ResourceRows } from './use-resource-rows';

/** After a bulk edit: the list, its counts, those of views and what stands beside them as they are now; what is kept of other lists is forgotten. */
export function useReadAllAgain(rows: ResourceRows, counts: ReturnType<typeof useFleetCounts>): () => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => {
    rows.readAgain();
    counts.readFacetsAgain();
    for (const path of [trpc.resources.list, trpc.resources.window]) queryClient.removeQueries({ ...path.pathFilter(), type: 'inactive' });
    for (const path of [trpc.resources.facets, trpc.resources.byId, trpc.resources.changes, trpc.tags, trpc.views]) void queryClient.invalidateQueries(path.pathFilter(), { cancelRefetch: false });
  };
}
