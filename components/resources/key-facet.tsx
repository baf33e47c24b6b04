'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../trpc';
import { FacetGroup, type FacetGroupProps } from './facet-group';
import { FACET_VALUES } from './list-pages';

/** The values of one key: counted when the key is opened. */
export function KeyFacet({ facet, ...group }: Omit<FacetGroupProps, 'counts' | 'title' | 'noneLabel'>) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.resources.facets.queryOptions({ q: group.q, facets: [facet], limit: FACET_VALUES }, { placeholderData: keepPreviousData }));
  const [space = '', ...key] = facet.split(':');
  return <FacetGroup {...group} facet={facet} title={facet} noneLabel={`no ${key.join(':')} ${space}`} counts={data?.facets[0]} />;
}
