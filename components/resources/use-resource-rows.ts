'use client';

import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ResourceRow } from '@/domain/resource';
import type { RowSource } from '../data-table/row-source';
import { type ApiClient, type ApiError, useTRPC, useTRPCClient } from '../trpc';
import { FIRST_PAGE, listInput, NEXT_PAGE_ROWS } from './list-pages';
import { readRows } from './read-rows';
import { useListRange } from './use-list-range';
import { useRowWindows } from './use-row-windows';
import { AHEAD_ROWS, type RankRange, wholeWindows, windowStarts } from './window-starts';

type Page = Awaited<ReturnType<ApiClient['resources']['list']['query']>>;

/** How far beyond the rows that are here one can scroll at once while the list is read page after page. */
const REACH_ROWS = 20_000;

export interface ResourceRows {
  source: RowSource<ResourceRow>;
  /** The ranks of the page that is in sight: whole windows. */
  page: RankRange;
  /** Undefined until the first page is here. */
  total: number | undefined;
  /** When the list was read, RFC 3339. */
  asOf: string | undefined;
  /** By which the server tells what became of the list since. */
  mark: string | undefined;
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
  /** Where the server has this resource in the list by now; null when it is not in it or the server knows no ranks. */
  rankOf: (id: string) => Promise<number | null>;
  /** The rows of these ranks, wherever they are; `to` is not among them. */
  readRows: (from: number, to: number) => Promise<ResourceRow[]>;
}

/**
 * The rows of a query: the first page, and from there windows by rank wherever the table looks.
 * While the server knows no ranks, page follows page up to where the table looks.
 */
export function useResourceRows(q: string, sort: string, enabled: boolean): ResourceRows {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const input = listInput(q, sort);
  const [shown, setShown] = useState({ input, pagesOnly: false });
  const { range, onRange, toTheTop } = useListRange();

  const queryKey = trpc.resources.list.infiniteQueryKey(input);
  const query = useInfiniteQuery<Page, ApiError, InfiniteData<Page>, readonly unknown[], string | undefined>({
    queryKey,
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam === undefined ? FIRST_PAGE : { limit: NEXT_PAGE_ROWS, cursor: pageParam, total: 'none' as const };
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
  if (data && !isPlaceholderData && (shown.input.q !== q || shown.input.sort !== sort)) {
    setShown({ input, pagesOnly: false });
    toTheTop();
  }

  const first = data?.pages[0];
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const firstTotal = first?.total?.value;
  const starts = shown.pagesOnly ? [] : windowStarts(range, rows.length, firstTotal ?? 0, range.isJump ? 0 : AHEAD_ROWS);
  const windows = useRowWindows(starts.map((start) => ({ ...shown.input, start })));
  if (windows.pagesOnly && !shown.pagesOnly) setShown({ ...shown, pagesOnly: true });

  const wantsPage = shown.pagesOnly && range.end + AHEAD_ROWS > rows.length;
  useEffect(() => {
    if (wantsPage && hasNextPage && !isFetchingNextPage && !isPlaceholderData && !isFetchNextPageError) void fetchNextPage();
  }, [wantsPage, hasNextPage, isFetchingNextPage, isPlaceholderData, isFetchNextPageError, fetchNextPage, rows.length]);

  const total = windows.totals.get(shown.input.q) ?? firstTotal;
  const { rowAt: windowRowAt } = windows;
  const rowAt = useCallback((rank: number) => rows[rank] ?? windowRowAt(shown.input.q, rank), [rows, windowRowAt, shown.input.q]);
  const count = !hasNextPage ? rows.length : shown.pagesOnly ? Math.min(total ?? 0, rows.length + REACH_ROWS) : (total ?? 0);
  const listKey = `${shown.input.sort}\n${shown.input.q}`;
  const source = useMemo(() => ({ listKey, total: total ?? count, count, rowAt, onRange }), [listKey, total, count, rowAt, onRange]);
  const wholePage = wholeWindows(range);
  const failedPage = isFetchNextPageError ? query.error : null;

  return {
    source,
    page: { start: wholePage.start, end: Math.min(wholePage.end, count) },
    total,
    asOf: first?.asOf,
    mark: first?.mark,
    outdated: isPlaceholderData,
    failure: isFetchNextPageError ? null : query.error,
    nextFailure: failedPage ?? windows.failure,
    failedTries: query.errorUpdateCount,
    fetching: query.isFetching,
    readAgain: () => {
      // The first page alone is read anew; the rest follows where the table looks.
      queryClient.setQueryData<InfiniteData<Page>>(queryKey, (old) => old && { pages: old.pages.slice(0, 1), pageParams: old.pageParams.slice(0, 1) });
      void refetch();
      // What is in sight stays there until its own rows have come.
      queryClient.removeQueries({ ...trpc.resources.window.pathFilter(), type: 'inactive' });
      void queryClient.refetchQueries(trpc.resources.window.pathFilter());
    },
    rankOf: (id) => client.resources.rank.query({ ...input, id }),
    readRows: (from, to) => readRows(client, input, from, to),
    readNext: () => (failedPage ? void fetchNextPage() : windows.retry()),
  };
}
