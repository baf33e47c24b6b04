import { fold } from '@/domain/fold';
import { RESOLVED_BY, type ResolvedBy, type ResolvedItem } from '@/domain/selector/resolved-items';
import { isUuid } from '@/domain/uuid-v7';
import { CountedSet, countCodes } from './count-values';
import type { FleetIndex } from './fleet-index';

/** The twin of db/resources/resolve-items.ts: what each pasted item names among the resources in service. */
export function resolveFrom(index: FleetIndex, items: readonly string[]): ResolvedItem[] {
  const live = new CountedSet(index.live, index.all, index.size);
  const counters: Record<ResolvedBy, (folded: string) => number> = {
    id: (folded) => (isUuid(folded) && index.isLive(index.ids.slotOf(folded)) ? 1 : 0),
    name: counterOf(index, live, 'name'),
    ip: counterOf(index, live, 'ip'),
    display_name: counterOf(index, live, 'display_name'),
  };
  return items.map((text) => {
    const folded = fold(text);
    for (const by of RESOLVED_BY) {
      const count = counters[by](folded);
      if (count > 0) return { text, by, count };
    }
    return { text, by: null, count: 0 };
  });
}

/** How many have this folded text; the column is counted when the first item gets as far as that. */
function counterOf(index: FleetIndex, live: CountedSet, field: 'name' | 'ip' | 'display_name'): (folded: string) => number {
  const { dictionary } = index.text(field);
  let counts: Uint32Array | undefined;
  return (text) => {
    const folded = dictionary.find(text);
    if (folded === 0 || dictionary.foldOf(folded) !== folded) return 0;
    const known = (counts ??= countCodes(index.text(field), live));
    return dictionary.spellingsOf(folded).reduce((sum, code) => sum + (known[code] ?? 0), 0);
  };
}
