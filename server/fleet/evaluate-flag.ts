import { KIND_DESCRIPTIONS, KINDS } from '@/domain/kinds';
import { type Flag, NEW_FOR_MS } from '@/domain/selector/terms';
import { SILENCE_LIMITS } from '@/domain/status';
import { andBits, type Bits, complement, emptyBits, orBits } from './bits';
import type { EvaluateContext } from './evaluate-context';
import { hasParent } from './evaluate-id';
import type { FleetIndex } from './fleet-index';
import { scanSlots } from './scan-slots';
import { textQuestion } from './text-questions';

/** What the registry works out itself: `is:stale`. */
export function evaluateFlag(context: EvaluateContext, flag: Flag): Bits {
  const { index, now } = context;
  switch (flag) {
    case 'new':
      return scanSlots(index, index.times.first_seen, (time) => time > now.getTime() - NEW_FOR_MS);
    case 'stale':
      return isStale(context);
    case 'orphan':
      return isOrphan(index);
    case 'untagged':
      return scanSlots(index, index.tag.counts, (count) => count === 0);
    case 'retired':
      return complement(index.live, index.all);
  }
}

/** Kinds with the same limit share one comparison. */
function isStale({ index, now }: EvaluateContext): Bits {
  const found = emptyBits(index.capacity);
  for (const idleMs of new Set(KINDS.map((kind) => SILENCE_LIMITS[kind].idleMs))) {
    const lastHeard = now.getTime() - idleMs;
    const kinds = KINDS.filter((kind) => SILENCE_LIMITS[kind].idleMs === idleMs);
    orBits(found, andBits(scanSlots(index, index.times.last_seen, (time) => time < lastHeard), isAnyKind(index, kinds)));
  }
  return found;
}

/** Belongs somewhere, and has no parent or a retired one. */
function isOrphan(index: FleetIndex): Bits {
  const belongs = isAnyKind(index, KINDS.filter((kind) => KIND_DESCRIPTIONS[kind].belongsSomewhere));
  const retired = complement(index.live, index.all);
  const lost = orBits(complement(hasParent(index), index.all), index.hierarchy.childrenOfAny(retired, index.capacity));
  return andBits(lost, belongs);
}

function isAnyKind(index: FleetIndex, kinds: readonly string[]): Bits {
  const column = index.text('kind');
  return column.filter(textQuestion(column.dictionary, kinds.map((text) => ({ type: 'text', text })))) ?? emptyBits(index.capacity);
}
