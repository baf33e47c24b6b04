'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../trpc';
import { EVERYTHING, facetsInput } from './list-pages';

/** An empty registry is looked at again and again: the first resources appear by themselves. */
const WHILE_EMPTY_MS = 3_000;

/** What stands beside the list: the facets' counts for the query, and how many resources there are at all. */
export function useFleetCounts(q: string, enabled: boolean) {
  const trpc = useTRPC();
  const facets = useQuery(trpc.resources.facets.queryOptions(facetsInput(q), { enabled, placeholderData: keepPreviousData }));
  const everything = useQuery(
    trpc.resources.count.queryOptions(EVERYTHING, { refetchInterval: ({ state }) => (state.data?.value === 0 ? WHILE_EMPTY_MS : false) }),
  );
  return {
    facets: facets.data?.facets,
    facetsTotal: facets.data?.total,
    facetsFailed: facets.isError,
    /** The counts are those of the query before. */
    outdated: facets.isPlaceholderData,
    readFacetsAgain: () => void facets.refetch(),
    everything: everything.data?.value,
    readEverythingAgain: () => void everything.refetch(),
  };
}
