import type { FacetCounts } from '@/domain/facet-counts';
import { fold, compareByCodePoint } from '@/domain/fold';
import { type Facet, withoutFacet } from '@/domain/selector/facet-terms';
import { printSelector } from '@/domain/selector/print-selector';
import type { Selector } from '@/domain/selector/tree';
import { countBoth } from './bits';
import { CountedSet, countPresent, countValues, mostFrequent, type ValueSearch } from './count-values';
import { evaluate } from './evaluate';
import type { EvaluateContext } from './evaluate-context';
import type { KeySpace } from './key-space';

export interface FacetQuery {
  selector: Selector;
  facets: readonly { name: string; facet: Facet }[];
  /** How many values of each. */
  limit: number;
  /** Only values with this text; what is missing does not depend on it. */
  search?: { text: string; place: 'anywhere' | 'start' };
  /** Each facet's own terms stay in the query: its values are the groups of the query's rows. */
  ownTerms?: 'kept';
}

/** The index keeps no annotations: whether it can count this facet. */
export const isCounted = (facet: Facet): boolean => facet.type === 'field' || facet.space !== 'annotation';

/** Each facet leaves its own terms out of the query, unless they are kept. */
export function countFacets(context: EvaluateContext, { selector, facets, limit, search, ownTerms }: FacetQuery): { total: number; facets: FacetCounts[] } {
  const sets = new Map<string, CountedSet>();
  const setOf = (scope: Selector) => {
    const text = printSelector(scope);
    const set = sets.get(text) ?? new CountedSet(evaluate(context, scope), context.index.all, context.index.size);
    sets.set(text, set);
    return set;
  };
  const wanted = search && { ...search, text: fold(search.text) };
  return {
    total: setOf(selector).total,
    facets: facets.map(({ name, facet }) => ({ field: name, ...countFacet(context, facet, setOf(ownTerms === 'kept' ? selector : withoutFacet(selector, facet)), limit, wanted) })),
  };
}

type Counts = Omit<FacetCounts, 'field'>;

function countFacet({ index }: EvaluateContext, facet: Facet, set: CountedSet, limit: number, search: ValueSearch | undefined): Counts {
  if (facet.type === 'field') return countValues(index.text(facet.field), set, limit, search);
  if (facet.space === 'annotation') throw new Error('the index keeps no annotations');
  const space = index.keys(facet.space);
  if (facet.type === 'keys') return countKeys(space, set, limit, search);
  const column = space.columns.get(facet.key);
  return column === undefined ? { values: [], more: 0, missing: set.total } : countValues(column, set, limit, search);
}

function countKeys(space: KeySpace, set: CountedSet, limit: number, search: ValueSearch | undefined): Counts {
  const isWanted = (key: string) => search === undefined || (search.place === 'start' ? key.startsWith(search.text) : key.includes(search.text));
  const wanted = [...space.columns]
    .filter(([key]) => isWanted(key))
    .map(([value, column]) => ({ value, count: countPresent(column, set) }))
    .filter(({ count }) => count > 0);
  const values = mostFrequent(wanted, limit, (a, b) => b.count - a.count || compareByCodePoint(a.value, b.value));
  return { values, more: wanted.length - values.length, missing: countBoth(set.bits, space.none) };
}
