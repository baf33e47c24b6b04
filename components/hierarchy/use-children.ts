'use client';

import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ResourceRow } from '@/domain/resource';
import { type ApiClient, type ApiError, useTRPC, useTRPCClient } from '../trpc';
import { CHILDREN_FIRST, childrenInput } from './children-input';

type ChildrenPage = Awaited<ReturnType<ApiClient['resources']['children']['query']>>;

const NEXT_ROWS = 100;

export interface Children {
  rows: readonly ResourceRow[];
  /** Undefined until the first page is here. */
  total: number | undefined;
  /** Milliseconds. */
  asOf: number;
  /** The rows are those of the filter before. */
  outdated: boolean;
  failure: ApiError | null;
  hasMore: boolean;
  fetchingMore: boolean;
  readMore: () => void;
  readAgain: () => void;
}

/** The children of a resource by name, page by page, those that a text picks. */
export function useChildren(id: string, text: string, refreshMs: number): Children {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = childrenInput(id, text);
  const query = useInfiniteQuery<ChildrenPage, ApiError, InfiniteData<ChildrenPage>, readonly unknown[], string | undefined>({
    queryKey: trpc.resources.children.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) => client.resources.children.query({ ...input, ...(pageParam === undefined ? { limit: CHILDREN_FIRST } : { limit: NEXT_ROWS, cursor: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
  const { data } = query;
  return {
    rows: data?.pages.flatMap((page) => page.items) ?? [],
    total: data?.pages.at(-1)?.total?.value,
    asOf: query.dataUpdatedAt,
    outdated: query.isPlaceholderData,
    failure: query.error,
    hasMore: query.hasNextPage,
    fetchingMore: query.isFetchingNextPage,
    readMore: () => void query.fetchNextPage(),
    readAgain: () => void query.refetch(),
  };
}
