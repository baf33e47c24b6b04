import type { AddressQuery } from '@/db/resources/suggest-addresses';
import type { FacetValue } from '@/domain/facet-counts';
import { fold } from '@/domain/fold';
import { CountedSet, countValues } from './count-values';
import { evaluate } from './evaluate';
import type { EvaluateContext } from './evaluate-context';

/** The twin of db/resources/suggest-addresses.ts. */
export function addressesFrom(context: EvaluateContext, { selector, prefix, limit }: Omit<AddressQuery, 'now'>): FacetValue[] {
  const { index } = context;
  const set = new CountedSet(evaluate(context, selector), index.all, index.size);
  return countValues(index.text('ip'), set, limit, { text: fold(prefix), place: 'start' }).values;
}
