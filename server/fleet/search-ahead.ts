import { type FreeText, type Selector, type Term, termsOf } from '@/domain/selector/tree';
import { emptyBits, hasAll, orBits } from './bits';
import { isKnownText, textInColumns } from './evaluate-text';
import type { FleetIndex } from './fleet-index';
import { takeTurn } from './take-turns';

/** Milliseconds. */
const LONGEST_TURN = 5;

/**
 * Looks for the words of the queries a few columns at a time, so that others are answered in between. The columns keep what they found, and keep it
 * right: the answer itself, which is given in one turn, finds it there. The index need not stand still meanwhile.
 */
export async function searchAhead(index: FleetIndex, selectors: readonly Selector[]): Promise<void> {
  for (const word of selectors.flatMap((selector) => [...termsOf(selector)]).filter(isWord)) {
    if (isKnownText(index, word)) continue;
    const found = emptyBits(index.capacity);
    let until = 0;
    for (const bits of textInColumns(index, word)) {
      if (bits !== null && hasAll(orBits(found, bits), index.all)) break;
      if (performance.now() < until) continue;
      await takeTurn();
      until = performance.now() + LONGEST_TURN;
    }
  }
}

const isWord = (term: Term): term is FreeText => term.type === 'text';
