'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ListNews } from '@/domain/list-news';
import { MAX_LIVE_ROWS } from '@/domain/live-row';
import { useTRPC } from '../trpc';

/** Rows that are scrolled past are not followed. */
const SETTLED_MS = 300;

/** What the server says of a list while it is open. */
export interface LiveList {
  /** Whether it would be said at once if something became of it. */
  isLive: boolean;
  /** Null when it cannot be told what became of it, undefined before the server has said. */
  news: ListNews | null | undefined;
}

/**
 * Keeps these resources as the server has them, wherever they are shown: status, tags, when they were last seen. Which rows a list has, and
 * in what order, stays. `readAt` names the reading that they come from: after another one they are compared anew. `mark` names the list for
 * which the server tells what else became of it.
 */
export function useLiveRows(ids: readonly string[], readAt?: string, mark?: string): LiveList {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState<{ mark: string | undefined; news: ListNews | null }>();
  const shown = ids.slice(0, MAX_LIVE_ROWS).join();
  useEffect(() => {
    if (shown === '') return;
    const leaving = new AbortController();
    const page = {
      cache: { queryClient, queryKey: trpc.resources.pathKey() },
      onOpen: setOpen,
      onNews: (news: ListNews | null) => setTold({ mark, news }),
    };
    // Loaded after the page: nothing on it waits for this.
    const follow = () => import('./follow-rows').then(({ followRows }) => followRows({ ids: shown.split(','), mark }, page, leaving.signal), stayAsRead);
    const timer = setTimeout(() => void follow(), SETTLED_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [shown, readAt, mark, queryClient, trpc]);
  const news = mark !== undefined && told?.mark === mark ? told.news : undefined;
  return { isLive: isOpen && news !== undefined, news };
}

/** The script did not come; the rows are none the worse. */
const stayAsRead = (): void => undefined;
