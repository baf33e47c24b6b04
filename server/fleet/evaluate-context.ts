import type { Term } from '@/domain/selector/tree';
import type { Bits } from './bits';
import type { FleetIndex } from './fleet-index';

/** What a query is answered from. */
export interface EvaluateContext {
  index: FleetIndex;
  now: Date;
  /** The terms that SQL answered beforehand: those about annotations, which the index does not keep. */
  answered: ReadonlyMap<Term, Bits>;
}

/** The set that SQL gave for a term that the index cannot answer. */
export function answeredBySql(context: EvaluateContext, term: Term): Bits {
  const bits = context.answered.get(term);
  if (bits === undefined) throw new Error('a term about annotations was not answered beforehand');
  return bits;
}
