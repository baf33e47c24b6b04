'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ResourceRow } from '@/domain/resource';
import { type ApiError, useTRPC } from '../trpc';
import { nameQuery } from './name-query';

const MOST = 8;
const PAUSE_MS = 120;

export interface FoundResources {
  rows: readonly ResourceRow[];
  /** How many there are. */
  total: number;
  /** What picks them all. */
  query: string;
  /** They answer what was typed before. */
  outdated: boolean;
  failure: ApiError | null;
}

/** The first resources whose name contains what is typed, once the typing pauses. */
export function useFoundResources(typed: string): FoundResources {
  const trpc = useTRPC();
  const query = nameQuery(typed);
  const asked = useAfterPause(query);
  const { data, error, isPlaceholderData, isFetching } = useQuery(
    trpc.resources.list.queryOptions({ q: asked, limit: MOST }, { enabled: asked !== '', placeholderData: keepPreviousData, trpc: { abortOnUnmount: true } }),
  );
  const isAsked = query !== '' && asked !== '';
  return {
    rows: isAsked ? (data?.items ?? []) : [],
    total: isAsked ? (data?.total?.value ?? 0) : 0,
    query,
    outdated: query !== asked || isPlaceholderData || isFetching,
    failure: query === '' ? null : error,
  };
}

function useAfterPause(query: string): string {
  const [asked, setAsked] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(query), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query]);
  return asked;
}
