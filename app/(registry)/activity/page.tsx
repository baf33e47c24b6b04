import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ACTIVITY_INPUT } from '@/components/activity/activity-input';
import { ActivityView } from '@/components/activity/activity-view';
import { isUuid } from '@/domain/uuid-v7';
import { caller } from '@/server/caller';
import { createContext } from '@/server/context';
import { appRouter } from '@/server/router';

export const metadata: Metadata = { title: 'Activity' };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What cannot be read here is asked for again by the browser, which says why. */
export default async function ActivityPage({ searchParams }: { searchParams: SearchParams }) {
  const [operation] = [(await searchParams).operation].flat();
  if (operation !== undefined && !isUuid(operation)) notFound();
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const trpc = createTRPCOptionsProxy({ router: appRouter, ctx: createContext, queryClient });
  if (operation === undefined) {
    await queryClient.prefetchInfiniteQuery({
      queryKey: trpc.tagEdits.list.infiniteQueryKey(ACTIVITY_INPUT),
      queryFn: () => caller().tagEdits.list(ACTIVITY_INPUT),
      initialPageParam: undefined,
    });
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ActivityView operation={operation?.toLowerCase()} />
    </HydrationBoundary>
  );
}
