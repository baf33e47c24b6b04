'use client';

import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ResourceRow } from '@/domain/resource';
import { type ApiClient, type ApiError, useTRPC, useTRPCClient } from '../trpc';
import { CHANGES_FIRST } from './changes-first';

export type ChangesPage = Awaited<ReturnType<ApiClient['resources']['changes']['query']>>;
export type Change = ChangesPage['items'][number];

export const REFRESH_MS = 30_000;
const CHANGES_NEXT = 50;

/** What is not there is not asked for again and again. */
const refreshUnlessGone = (query: { state: { error: ApiError | null } }): number | false => (isGone(query.state.error) ? false : REFRESH_MS);

export const isGone = (error: ApiError | null): boolean => error?.data?.appCode === 'not_found' || error?.data?.appCode === 'bad_request';

interface KnownOf {
  /** What a list knows of it: shown until the whole is here. */
  row?: ResourceRow | undefined;
  /** Nothing is asked for the time being. */
  waits?: boolean;
}

export function useResource(id: string, { row, waits = false }: KnownOf = {}) {
  const trpc = useTRPC();
  return useQuery(trpc.resources.byId.queryOptions({ id }, { refetchInterval: refreshUnlessGone, enabled: !waits, placeholderData: row && { ...row, ancestors: [], annotations: {} } }));
}

export function useRollup(id: string) {
  const trpc = useTRPC();
  return useQuery(trpc.resources.rollup.queryOptions({ id }, { refetchInterval: REFRESH_MS }));
}

export function useChanges(id: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  return useInfiniteQuery<ChangesPage, ApiError, InfiniteData<ChangesPage>, readonly unknown[], string | undefined>({
    queryKey: trpc.resources.changes.infiniteQueryKey({ id }),
    queryFn: ({ pageParam, signal }) => client.resources.changes.query({ id, ...(pageParam === undefined ? { limit: CHANGES_FIRST } : { limit: CHANGES_NEXT, cursor: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: REFRESH_MS,
  });
}
