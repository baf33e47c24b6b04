import type { Db } from '@/db/client';
import { idsOfTerm } from '@/db/fleet/ids-of-term';
import { type Selector, type Term, termsOf } from '@/domain/selector/tree';
import type { Bits } from './bits';
import { slotsOfIds } from './evaluate-id';
import type { FleetIndex } from './fleet-index';

export type AnsweredIds = ReadonlyMap<Term, string[]>;

const NONE: AnsweredIds = new Map();

/** Asks SQL what only SQL knows: which resources have the annotations that a query names. Values of any size stay out of memory. */
export async function answerAnnotations(db: Db, selectors: readonly Selector[], now: Date): Promise<AnsweredIds> {
  const terms = selectors.flatMap((selector) => [...termsOf(selector)]).filter(isAboutAnnotations);
  if (terms.length === 0) return NONE;
  const answered = new Map<Term, string[]>();
  for (const term of new Set(terms)) answered.set(term, await idsOfTerm(db, positive(term), now));
  return answered;
}

export function bitsOfAnswers(index: FleetIndex, answered: AnsweredIds): Map<Term, Bits> {
  return new Map([...answered].map(([term, ids]) => [term, slotsOfIds(index, ids)]));
}

function isAboutAnnotations(term: Term): boolean {
  if (term.type === 'key') return term.space === 'annotation';
  if (term.type !== 'field' || (term.field !== 'has' && term.field !== 'no')) return false;
  return term.values.some((value) => value.type === 'text' && value.text === 'annotation');
}

/** What has it, or fits: what has not, or does not fit, is worked out in the index. */
function positive(term: Term): Term {
  if (term.type === 'key' && term.comparison?.op === '!=') return { ...term, comparison: { ...term.comparison, op: '=' } };
  if (term.type === 'field') return { ...term, field: 'has', op: '=', values: [{ type: 'text', text: 'annotation' }] };
  return term;
}
