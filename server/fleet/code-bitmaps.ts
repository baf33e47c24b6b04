import { type Bits, clearBit, countBoth, emptyBits, hasBit, orBits, setBit, wordsFor } from './bits';

/** A column with more values keeps none: each takes a bit a slot. */
export const MOST_CODES = 32;
/** A value is counted in all slots at once in the time in which so many slots are looked at one by one. */
const SLOTS_PER_CODE = 8_000;

/**
 * The slots of each code of a column with few values, kept right while slots change among these codes: what is asked of them is asked of 32 slots at
 * once. For a code that is new, or more slots, they are made anew.
 */
export class CodeBitmaps {
  /** By code; 0, which stands for "missing", has none. */
  private readonly bitmaps: Bits[];

  constructor(
    codes: ArrayLike<number>,
    readonly size: number,
    private readonly capacity: number,
  ) {
    this.bitmaps = Array.from({ length: size }, () => emptyBits(capacity));
    for (let slot = 0; slot < codes.length; slot++) this.put(slot, codes[slot] ?? 0);
  }

  static bytesFor = (size: number, capacity: number): number => size * wordsFor(capacity) * 4;

  put(slot: number, code: number): void {
    const bitmap = this.bitmaps[code];
    if (code !== 0 && bitmap !== undefined) setBit(bitmap, slot);
  }

  take(slot: number, code: number): void {
    const bitmap = this.bitmaps[code];
    if (code !== 0 && bitmap !== undefined) clearBit(bitmap, slot);
  }

  get bytes(): number {
    return CodeBitmaps.bytesFor(this.size, this.capacity);
  }

  /** The slots that have one of the codes, as a set of its own. */
  union(codes: Bits): Bits {
    const found = emptyBits(this.capacity);
    for (let code = 1; code < this.bitmaps.length; code++) {
      const bitmap = this.bitmaps[code];
      if (bitmap !== undefined && hasBit(codes, code)) orBits(found, bitmap);
    }
    return found;
  }

  /** Whether counting here is quicker than looking at so many slots. */
  isQuickerThan(slots: number): boolean {
    return this.bitmaps.length * SLOTS_PER_CODE < slots;
  }

  /** How many of the set have each code. */
  count(set: Bits, counts: Uint32Array): void {
    for (let code = 1; code < this.bitmaps.length; code++) {
      const bitmap = this.bitmaps[code];
      if (bitmap !== undefined) counts[code] = countBoth(bitmap, set);
    }
  }
}
