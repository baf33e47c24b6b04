import { compareByCodePoint, fold } from '@/domain/fold';
import type { FacetValue } from '@/domain/facet-counts';
import { CountedSet, countPresent, valuesInOrder } from './count-values';
import type { FleetIndex } from './fleet-index';

export interface SuggestQuery {
  space: 'tag' | 'label';
  /** undefined: the keys themselves. */
  key: string | undefined;
  prefix: string;
  limit: number;
}

/** Keys or values of resources in service that begin with the prefix, in the order of their folded text. */
export function suggestFrom(index: FleetIndex, { space, key, prefix, limit }: SuggestQuery): FacetValue[] {
  const live = new CountedSet(index.live, index.all, index.size);
  const { columns } = index.keys(space);
  const start = fold(prefix);
  if (key !== undefined) {
    const column = columns.get(fold(key));
    return column === undefined ? [] : valuesInOrder(column, live, limit, start);
  }
  return [...columns]
    .filter(([name]) => name.startsWith(start))
    .sort(([a], [b]) => compareByCodePoint(a, b))
    .map(([value, column]) => ({ value, count: countPresent(column, live) }))
    .filter(({ count }) => count > 0)
    .slice(0, limit);
}
