'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { MAX_LIVE_ROWS } from '@/domain/live-row';
import { useTRPC } from '../trpc';

/** Rows that are scrolled past are not followed. */
const SETTLED_MS = 300;

/**
 * Keeps these resources as the server has them, wherever they are shown: status, tags, when they were last seen. Which rows a list has, and
 * in what order, stays. `readAt` names the reading that they come from: after another one they are compared anew.
 */
export function useLiveRows(ids: readonly string[], readAt: string | undefined): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const shown = ids.slice(0, MAX_LIVE_ROWS).join();
  useEffect(() => {
    if (shown === '') return;
    const leaving = new AbortController();
    const cache = { queryClient, queryKey: trpc.resources.pathKey() };
    // Loaded after the page: nothing on it waits for this.
    const follow = () => import('./follow-rows').then(({ followRows }) => followRows(shown.split(','), cache, leaving.signal), stayAsRead);
    const timer = setTimeout(() => void follow(), SETTLED_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [shown, readAt, queryClient, trpc]);
}

/** The script did not come; the rows are none the worse. */
const stayAsRead = (): void => undefined;
