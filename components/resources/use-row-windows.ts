'use client';

import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { ResourceRow } from '@/domain/resource';
import { type ApiClient, type ApiError, useTRPC } from '../trpc';
import type { listInput } from './list-pages';
import { WINDOW_ROWS, windowOf } from './window-starts';

/** Windows that nobody looks at are let go, so that memory does not grow with what was scrolled past. */
const KEPT_MS = 60_000;
/** How soon the server is asked again whether it knows ranks by now. */
const UNRANKED_MS = 2_000;

type Window = Awaited<ReturnType<ApiClient['resources']['window']['query']>>;

/** The rows of a list from this rank on. */
export type RowWindow = ReturnType<typeof listInput> & { start: number };

export interface RowWindows {
  rowAt: (q: string, rank: number) => ResourceRow | undefined;
  /** The numbers of rows as the last window of each query found them. */
  totals: ReadonlyMap<string, number>;
  /** The server knows no ranks for now: the list is to be read page after page. */
  pagesOnly: boolean;
  failure: ApiError | null;
  retry: () => void;
}

/** The rows of these windows, as they come. Those of one query have one order. */
export function useRowWindows(windows: readonly RowWindow[]): RowWindows {
  const trpc = useTRPC();
  return useQueries({
    queries: windows.map((window) =>
      trpc.resources.window.queryOptions(
        { ...window, count: WINDOW_ROWS },
        {
          staleTime: Infinity,
          gcTime: KEPT_MS,
          refetchInterval: ({ state }) => (state.data === null ? UNRANKED_MS : false),
          // A window that is scrolled past before it is here is no longer wanted.
          trpc: { abortOnUnmount: true },
        },
      ),
    ),
    combine: (results) => combined(windows, results),
  });
}

const keyOf = (q: string, start: number): string => `${start} ${q}`;

function combined(windows: readonly RowWindow[], results: readonly UseQueryResult<Window, ApiError>[]): RowWindows {
  const rows = new Map<string, readonly ResourceRow[]>();
  const totals = new Map<string, { at: number; total: number }>();
  for (const [place, { data, dataUpdatedAt }] of results.entries()) {
    const window = windows[place];
    if (!data || window === undefined) continue;
    rows.set(keyOf(window.q, window.start), data.items);
    if (dataUpdatedAt >= (totals.get(window.q)?.at ?? 0)) totals.set(window.q, { at: dataUpdatedAt, total: data.total.value });
  }
  return {
    rowAt: (q, rank) => rows.get(keyOf(q, windowOf(rank)))?.[rank - windowOf(rank)],
    totals: new Map([...totals].map(([q, { total }]) => [q, total])),
    pagesOnly: results.some(({ data }) => data === null),
    failure: results.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const { isError, refetch } of results) if (isError) void refetch();
    },
  };
}
