import * as z from 'zod/mini';
import { countFacets as countInSql } from '@/db/resources/count-facets';
import type { FacetCounts } from '@/domain/facet-counts';
import { readFacet } from '@/domain/selector/facet-terms';
import type { Selector } from '@/domain/selector/tree';
import type { Context } from '../context';
import { badInput } from '../errors';
import { readSelector } from '../read-selector';

const MAX_FACETS = 30;
const MAX_VALUES = 1_000;
const DEFAULT_VALUES = 20;

export const FacetsInput = z.strictObject({
  q: z.optional(z.string()),
  facets: z.array(z.string()).check(z.maxLength(MAX_FACETS)),
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_VALUES))),
  search: z.optional(z.string().check(z.maxLength(1_000))),
  ownTerms: z.optional(z.literal('kept')),
});

interface CountedFacets {
  total: number;
  facets: FacetCounts[];
}

/** Counts of values for the query, each facet's less its own terms unless they are kept. */
export async function countFacets(context: Context, { q, ...input }: z.infer<typeof FacetsInput>): Promise<CountedFacets> {
  return countFacetsOf(context, await readSelector(context.db, q), input);
}

/** The same for a tree that can be run. */
export async function countFacetsOf({ db, fleet }: Context, selector: Selector, input: Omit<z.infer<typeof FacetsInput>, 'q'>): Promise<CountedFacets> {
  const facets = input.facets.map((name, place) => {
    const facet = readFacet(name);
    if (facet === undefined || ('space' in facet && facet.space === 'annotation')) {
      throw badInput([{ path: `facets.${place}`, message: `nothing is counted by ${name}` }]);
    }
    return { name, facet };
  });
  const search = input.search ?? '';
  if (/\u0000|\p{Surrogate}/u.test(search)) throw badInput([{ path: 'search', message: 'this text cannot be searched for' }]);
  const query = { selector, facets, limit: input.limit ?? DEFAULT_VALUES, now: new Date(), ...(input.ownTerms ? { ownTerms: input.ownTerms } : {}) };
  const counted = await fleet?.facets({ ...query, search: { text: search, place: 'anywhere' } });
  return counted ?? countInSql(db, { ...query, search });
}
