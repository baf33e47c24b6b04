'use client';

import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { ResourceRow } from '@/domain/resource';
import { type ApiClient, type ApiError, useTRPC } from '../trpc';
import type { listInput } from './list-pages';
import { WINDOW_ROWS } from './window-starts';

/** Windows that nobody looks at are let go, so that memory does not grow with what was scrolled past. */
const KEPT_MS = 60_000;

type Window = Awaited<ReturnType<ApiClient['resources']['window']['query']>>;

export interface RowWindows {
  rowsFrom: ReadonlyMap<number, readonly ResourceRow[]>;
  /** The number of rows as the last window found it. */
  total: number | undefined;
  /** The server knows no ranks for now: the list is to be read page after page. */
  pagesOnly: boolean;
  failure: ApiError | null;
  retry: () => void;
}

/** The rows of a list from each of these ranks on. */
export function useRowWindows(list: ReturnType<typeof listInput>, starts: readonly number[]): RowWindows {
  const trpc = useTRPC();
  return useQueries({
    queries: starts.map((start) =>
      trpc.resources.window.queryOptions(
        { ...list, start, count: WINDOW_ROWS },
        // A window that is scrolled past before it is here is no longer wanted.
        { staleTime: Infinity, gcTime: KEPT_MS, trpc: { abortOnUnmount: true } },
      ),
    ),
    combine: (results) => combined(starts, results),
  });
}

function combined(starts: readonly number[], results: readonly UseQueryResult<Window, ApiError>[]): RowWindows {
  const rowsFrom = new Map<number, readonly ResourceRow[]>();
  for (const [place, { data }] of results.entries()) {
    const start = starts[place];
    if (data && start !== undefined) rowsFrom.set(start, data.items);
  }
  const [last] = results.filter(({ data }) => data).sort((a, b) => b.dataUpdatedAt - a.dataUpdatedAt);
  return {
    rowsFrom,
    total: last?.data?.total.value,
    pagesOnly: results.some(({ data }) => data === null),
    failure: results.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const { isError, refetch } of results) if (isError) void refetch();
    },
  };
}
