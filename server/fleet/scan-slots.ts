import { andBits, type Bits, emptyBits } from './bits';
import type { FleetIndex } from './fleet-index';

/** The slots in use for whose number the test holds. */
export function scanSlots(index: FleetIndex, numbers: ArrayLike<number>, test: (number: number) => boolean): Bits {
  const bits = emptyBits(index.capacity);
  for (let word = 0, slot = 0; word < bits.length; word++) {
    let collected = 0;
    const end = Math.min(slot + 32, index.capacity);
    for (let bit = 0; slot < end; slot++, bit++) if (test(numbers[slot] ?? 0)) collected |= 1 << bit;
    bits[word] = collected;
  }
  return andBits(bits, index.all);
}
