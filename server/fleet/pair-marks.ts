/**
 * Writes which pairs of adjacent bytes a text has, hashed into 64 bits, to two places of `marks`. A text that contains another one has all of its bits, so
 * most texts need no closer look.
 */
export function markPairs(bytes: Uint8Array, from: number, to: number, marks: Int32Array, at: number): void {
  let low = 0;
  let high = 0;
  for (let i = from + 1; i < to; i++) {
    const bit = Math.imul(((bytes[i - 1] ?? 0) << 8) | (bytes[i] ?? 0), 0x9e37_79b1) >>> 26;
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit - 32);
  }
  marks[at] = low;
  marks[at + 1] = high;
}
