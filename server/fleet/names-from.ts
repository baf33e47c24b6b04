import type { NamedResource, NamesQuery } from '@/db/resources/suggest-names';
import { compareByCodePoint, fold } from '@/domain/fold';
import { hasBit } from './bits';
import { evaluate } from './evaluate';
import type { EvaluateContext } from './evaluate-context';

/** The twin of db/resources/suggest-names.ts: names are kept in order, so a prefix is a run of them, found by halving. */
export function namesFrom(context: EvaluateContext, { selector, prefix, limit, each }: Omit<NamesQuery, 'now'>): NamedResource[] {
  const { index } = context;
  const { order } = index;
  const names = index.text('name');
  const kinds = index.text('kind');
  const bits = evaluate(context, selector);
  const start = fold(prefix);
  const folded = (slot: number) => names.dictionary.text(names.dictionary.foldOf(names.get(slot)));
  const end = order.search((slot) => (folded(slot).startsWith(start) ? -1 : compareByCodePoint(folded(slot), start)));
  const found: NamedResource[] = [];
  for (let i = order.search((slot) => compareByCodePoint(folded(slot), start)); i < end && found.length < limit; i++) {
    const slot = order.slots[i] ?? 0;
    if (!hasBit(bits, slot)) continue;
    found.push({ id: index.ids.text(slot), name: names.dictionary.text(names.get(slot)), kind: kinds.dictionary.text(kinds.get(slot)) });
    if (each === 'resource') continue;
    const name = folded(slot);
    i = order.search((other) => (compareByCodePoint(folded(other), name) <= 0 ? -1 : 1)) - 1;
  }
  return found;
}
