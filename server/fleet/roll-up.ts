import type { Rollup } from '@/db/resources/rollup';
import { isKind } from '@/domain/kinds';
import { isStatus } from '@/domain/status';
import { andBits, slotsOf } from './bits';
import type { Column } from './column';
import { evaluateUnder } from './evaluate-id';
import type { FleetIndex } from './fleet-index';

/** Counts of everything in service below a resource, at any depth, itself left out; null when there is no such resource. */
export function rollUp(index: FleetIndex, id: string): Rollup | null {
  if (index.ids.slotOf(id) < 0) return null;
  const slots = slotsOf(andBits(evaluateUnder(index, [id]).slice(), index.live));
  return {
    total: slots.length,
    byKind: countBy(index.text('kind'), slots, isKind),
    byStatus: countBy(index.text('status'), slots, isStatus),
  };
}

function countBy<Value extends string>(column: Column, slots: Uint32Array, isValue: (text: string) => text is Value): Partial<Record<Value, number>> {
  const counts = new Uint32Array(column.dictionary.size);
  for (let i = 0; i < slots.length; i++) {
    const code = column.get(slots[i] ?? 0);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const counted: Partial<Record<Value, number>> = {};
  counts.forEach((count, code) => {
    const text = count > 0 ? column.dictionary.text(code) : '';
    if (isValue(text)) counted[text] = count;
  });
  return counted;
}
