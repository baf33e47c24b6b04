'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../trpc';

/** The view that the address names, as it is saved; it may be gone. */
export function useOpenedView(slug: string) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.views.open.queryOptions({ slug }, { enabled: slug !== '' }));
  return { opened: data, failure: error };
}
