'use client';

import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ResourceRow } from '@/domain/resource';
import type { RowSource } from '../data-table/row-source';
import { type ApiClient, type ApiError, useTRPC, useTRPCClient } from '../trpc';
import { FIRST_PAGE_ROWS, listInput, NEXT_PAGE_ROWS } from './list-pages';

type Page = Awaited<ReturnType<ApiClient['resources']['list']['query']>>;

/** How far beyond the rows that are here one can scroll at once. */
const REACH_ROWS = 20_000;
/** Rows are asked for before they come into sight. */
const AHEAD_ROWS = 60;

export interface ResourceRows {
  source: RowSource<ResourceRow>;
  /** Undefined until the first page is here. */
  total: number | undefined;
  /** When the list was read, RFC 3339. */
  asOf: string | undefined;
  /** The rows are those of the query before. */
  outdated: boolean;
  /** Why there are no rows. */
  failure: ApiError | null;
  /** Why there are not more rows. */
  nextFailure: ApiError | null;
  failedTries: number;
  fetching: boolean;
  readAgain: () => void;
  readNext: () => void;
}

/** The rows of a query, read page after page up to where the table is looking. */
export function useResourceRows(q: string, sort: string, enabled: boolean): ResourceRows {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const input = listInput(q, sort);
  const [wantedEnd, setWantedEnd] = useState(0);

  const queryKey = trpc.resources.list.infiniteQueryKey(input);
  const query = useInfiniteQuery<Page, ApiError, InfiniteData<Page>, readonly unknown[], string | undefined>({
    queryKey,
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam === undefined ? { limit: FIRST_PAGE_ROWS } : { limit: NEXT_PAGE_ROWS, cursor: pageParam, total: 'none' as const };
      return client.resources.list.query({ ...input, ...page }, { signal });
    },
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // Rows that are read stay until somebody asks for them anew: a list never moves by itself.
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    enabled,
  });
  const { data, isPlaceholderData, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = query;

  const first = data?.pages[0];
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const rowAt = useCallback((rank: number) => rows[rank], [rows]);
  const asked = JSON.stringify(input);
  const [listKey, setListKey] = useState(asked);
  if (data && !isPlaceholderData && listKey !== asked) {
    setListKey(asked);
    setWantedEnd(0);
  }
  const total = first?.total?.value;
  const onRange = useCallback((_start: number, end: number) => setWantedEnd(end), [setWantedEnd]);

  const wantsMore = wantedEnd + AHEAD_ROWS > rows.length;
  useEffect(() => {
    if (wantsMore && hasNextPage && !isFetchingNextPage && !isPlaceholderData && !isFetchNextPageError) void fetchNextPage();
  }, [wantsMore, hasNextPage, isFetchingNextPage, isPlaceholderData, isFetchNextPageError, fetchNextPage, rows.length]);

  const count = hasNextPage ? Math.max(rows.length, Math.min(total ?? 0, rows.length + REACH_ROWS)) : rows.length;
  const source = useMemo(() => ({ listKey, total: total ?? count, count, rowAt, onRange }), [listKey, total, count, rowAt, onRange]);

  return {
    source,
    total,
    asOf: first?.asOf,
    outdated: isPlaceholderData,
    failure: isFetchNextPageError ? null : query.error,
    nextFailure: isFetchNextPageError ? query.error : null,
    failedTries: query.errorUpdateCount,
    fetching: query.isFetching,
    readAgain: () => {
      // The first page alone is read anew; the others follow as far as the table looks.
      queryClient.setQueryData<InfiniteData<Page>>(queryKey, (old) => old && { pages: old.pages.slice(0, 1), pageParams: old.pageParams.slice(0, 1) });
      void refetch();
    },
    readNext: () => void fetchNextPage(),
  };
}
