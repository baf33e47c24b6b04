/** A set of slots, one bit each. Sets that meet in an operation have the same length. */
export type Bits = Uint32Array;

/** The length of a set with room for this many slots. */
export const wordsFor = (slots: number): number => (slots + 31) >>> 5;

export const emptyBits = (slots: number): Bits => new Uint32Array(wordsFor(slots));

export const hasBit = (bits: Bits, slot: number): boolean => (((bits[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;

export function setBit(bits: Bits, slot: number): void {
  const word = slot >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (slot & 31));
}

export function clearBit(bits: Bits, slot: number): void {
  const word = slot >>> 5;
  bits[word] = (bits[word] ?? 0) & ~(1 << (slot & 31));
}

export function andBits(target: Bits, other: Bits): Bits {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) & (other[i] ?? 0);
  return target;
}

export function orBits(target: Bits, other: Bits): Bits {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) | (other[i] ?? 0);
  return target;
}

/** What is in `target` and not in `other`. */
export function andNotBits(target: Bits, other: Bits): Bits {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) & ~(other[i] ?? 0);
  return target;
}

/** What is in `universe` and not in `bits`, as a new set. */
export const complement = (bits: Bits, universe: Bits): Bits => andNotBits(universe.slice(), bits);

export const isEmpty = (bits: Bits): boolean => bits.every((word) => word === 0);

/** Whether everything in `wanted` is in `bits`, too. */
export function hasAll(bits: Bits, wanted: Bits): boolean {
  for (let i = 0; i < wanted.length; i++) if (((wanted[i] ?? 0) & ~(bits[i] ?? 0)) !== 0) return false;
  return true;
}

/** Whether two sets of the same length hold the same; sets of other lengths are taken for different ones. */
export function areSame(a: Bits, b: Bits): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) count += popCount(bits[i] ?? 0);
  return count;
}

/** How many slots are in both. */
export function countBoth(a: Bits, b: Bits): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) count += popCount((a[i] ?? 0) & (b[i] ?? 0));
  return count;
}

function popCount(word: number): number {
  let v = word - ((word >>> 1) & 0x5555_5555);
  v = (v & 0x3333_3333) + ((v >>> 2) & 0x3333_3333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** The slots of the set, ascending. */
export function slotsOf(bits: Bits, count = countBits(bits)): Uint32Array {
  const slots = new Uint32Array(count);
  let at = 0;
  for (let i = 0; i < bits.length; i++) {
    let word = bits[i] ?? 0;
    while (word !== 0) {
      const lowest = word & -word;
      slots[at++] = (i << 5) + (31 - Math.clz32(lowest));
      word ^= lowest;
    }
  }
  return slots;
}

/** The same set with room for more slots. */
export function grownBits(bits: Bits, slots: number): Bits {
  const grown = emptyBits(slots);
  grown.set(bits);
  return grown;
}
