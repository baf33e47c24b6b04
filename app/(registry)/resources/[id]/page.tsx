import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { CHILDREN_FIRST, childrenInput } from '@/components/hierarchy/children-input';
import { CHANGES_FIRST } from '@/components/resource-detail/changes-first';
import { ResourceView } from '@/components/resource-detail/resource-view';
import { isUuid } from '@/domain/uuid-v7';
import { caller } from '@/server/caller';
import { createContext } from '@/server/context';
import { AppError } from '@/server/errors';
import { appRouter } from '@/server/router';

interface PageProps {
  params: Promise<{ id: string }>;
}

/** Read once for the title and the page. What fails here is asked again by the browser, which shows why. */
const readResource = cache(async (id: string) => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const trpc = createTRPCOptionsProxy({ router: appRouter, ctx: createContext, queryClient });
  const children = childrenInput(id, '');
  await Promise.all([
    queryClient.prefetchQuery(trpc.resources.byId.queryOptions({ id })),
    queryClient.prefetchQuery(trpc.resources.rollup.queryOptions({ id })),
    queryClient.prefetchInfiniteQuery({
      queryKey: trpc.resources.children.infiniteQueryKey(children),
      queryFn: () => caller().resources.children({ ...children, limit: CHILDREN_FIRST }),
      initialPageParam: undefined,
    }),
    queryClient.prefetchInfiniteQuery({
      queryKey: trpc.resources.changes.infiniteQueryKey({ id }),
      queryFn: () => caller().resources.changes({ id, limit: CHANGES_FIRST }),
      initialPageParam: undefined,
    }),
  ]);
  const { data, error } = queryClient.getQueryState(trpc.resources.byId.queryKey({ id })) ?? {};
  const gone = error instanceof Error && error.cause instanceof AppError && error.cause.code === 'not_found';
  return { state: dehydrate(queryClient), name: data?.name, gone };
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { id } = await params;
  return { title: (isUuid(id) && (await readResource(id.toLowerCase())).name) || 'Resource' };
}

export default async function ResourcePage({ params }: PageProps) {
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const { state, gone } = await readResource(id.toLowerCase());
  if (gone) notFound();
  return (
    <HydrationBoundary state={state}>
      <ResourceView key={id} id={id.toLowerCase()} />
    </HydrationBoundary>
  );
}
