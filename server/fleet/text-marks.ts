/** How many numbers the marks of a text take. */
export const MARK_WORDS = 3;

const [LOWER_A, LOWER_Z, DIGIT_0, DIGIT_9] = [97, 122, 48, 57];

/**
 * Writes what bytes a text has to `MARK_WORDS` places of `marks`, from `at` on: which pairs of adjacent ones, hashed into 64 bits, and which single ones.
 * A text that contains another one has all of its bits, so most texts need no closer look.
 */
export function markText(bytes: Uint8Array, from: number, to: number, marks: Int32Array, at: number): void {
  let [low, high, single, before] = [0, 0, 0, -1];
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    single |= 1 << bitOf(byte);
    if (before >= 0) {
      const bit = Math.imul((before << 8) | byte, 0x9e37_79b1) >>> 26;
      if (bit < 32) low |= 1 << bit;
      else high |= 1 << (bit - 32);
    }
    before = byte;
  }
  marks[at] = low;
  marks[at + 1] = high;
  marks[at + 2] = single;
}

/** Whether the marks of any text say all: whether it has this one byte. */
export const isMarked = (bytes: Uint8Array): boolean => bytes.length === 1 && isLetter(bytes[0] ?? 0);

const isLetter = (byte: number): boolean => byte >= LOWER_A && byte <= LOWER_Z;

/** A letter has a bit of its own, digits share four, and so do all other bytes of ASCII, and those of other scripts. */
function bitOf(byte: number): number {
  if (isLetter(byte)) return byte - LOWER_A;
  if (byte >= DIGIT_0 && byte <= DIGIT_9) return 26 + (byte & 3);
  return byte < 0x80 ? 30 : 31;
}
