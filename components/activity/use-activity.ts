'use client';

import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { type ApiClient, type ApiError, useTRPC, useTRPCClient } from '../trpc';
import { ACTIVITY_INPUT } from './activity-input';

type ActivityPage = Awaited<ReturnType<ApiClient['tagEdits']['list']['query']>>;

const WHILE_RUNNING_MS = 1_000;

/** The bulk edits, newest first, page after page; looked at again while one runs. */
export function useActivity() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  return useInfiniteQuery<ActivityPage, ApiError, InfiniteData<ActivityPage>, readonly unknown[], string | undefined>({
    queryKey: trpc.tagEdits.list.infiniteQueryKey(ACTIVITY_INPUT),
    queryFn: ({ pageParam, signal }) => client.tagEdits.list.query({ ...ACTIVITY_INPUT, ...(pageParam === undefined ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.items.some((item) => item.state === 'running')) ? WHILE_RUNNING_MS : false),
  });
}
