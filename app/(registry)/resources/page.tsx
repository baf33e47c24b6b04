import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { DENSITY_COOKIE, readDensity } from '@/components/columns/density';
import { openedAddress, readAddress, saysWhatIsShown } from '@/components/resources/inventory-address';
import { EVERYTHING, facetsInput, FIRST_PAGE, groupsInput, listInput } from '@/components/resources/list-pages';
import { ResourceExplorer } from '@/components/resources/resource-explorer';
import { readGrouping } from '@/domain/grouping';
import { caller } from '@/server/caller';
import { createContext } from '@/server/context';
import { appRouter } from '@/server/router';

export const metadata: Metadata = { title: 'Resources' };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The first rows and their counts are in the document already; what fails here is asked again by the browser, which shows why. */
export default async function InventoryPage({ searchParams }: { searchParams: SearchParams }) {
  const params = new URLSearchParams(Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0] ?? '']));
  const opened = saysWhatIsShown(params) || params.get('view') === '' ? undefined : openedAddress(params, await allViews());
  if (opened !== undefined) redirect(opened);
  const { q, sort, group, view } = readAddress(params);
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const trpc = createTRPCOptionsProxy({ router: appRouter, ctx: createContext, queryClient });
  const input = listInput(q, sort);
  const read = readGrouping(group);
  const grouping = 'grouping' in read ? read.grouping.slice(0, 1) : [];
  await Promise.all([
    queryClient.prefetchInfiniteQuery({
      queryKey: trpc.resources.list.infiniteQueryKey(input),
      queryFn: () => caller().resources.list({ ...input, ...FIRST_PAGE }),
      initialPageParam: undefined,
    }),
    queryClient.prefetchQuery(trpc.resources.facets.queryOptions(facetsInput(q))),
    ...grouping.map((by) => queryClient.prefetchQuery(trpc.resources.facets.queryOptions(groupsInput(q, by)))),
    ...(view ? [queryClient.prefetchQuery(trpc.views.open.queryOptions({ slug: view }))] : []),
    queryClient.prefetchQuery(trpc.resources.count.queryOptions(EVERYTHING)),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ResourceExplorer origin={await ownOrigin()} density={readDensity((await cookies()).get(DENSITY_COOKIE)?.value)} />
    </HydrationBoundary>
  );
}

/** Without the database nothing opens by itself, and the list says why there is none. */
const allViews = () => caller().views.list({}).then(({ items }) => items, () => []);

/** The address at which this person reaches the server. */
async function ownOrigin(): Promise<string> {
  const asked = await headers();
  return `${asked.get('x-forwarded-proto') ?? 'http'}://${asked.get('host') ?? 'localhost'}`;
}
