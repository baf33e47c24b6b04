const [LOWER_A, LOWER_Z, DIGIT_0, DIGIT_9] = [97, 122, 48, 57];

/** What bytes a text has: which single ones, and which pairs of adjacent ones, hashed into 64 bits. */
export interface TextMark {
  single: number;
  low: number;
  high: number;
}

/**
 * The marks of many texts. A text that contains another one has all of its bits, so most texts need no closer look. In a list each: mostly the first
 * number says no, and as many of them as possible come with one line of the processor's cache.
 */
export class TextMarks {
  single: Int32Array;
  low: Int32Array;
  high: Int32Array;

  constructor(texts: number) {
    this.single = new Int32Array(texts);
    this.low = new Int32Array(texts);
    this.high = new Int32Array(texts);
  }

  note(entry: number, bytes: Uint8Array, from: number, to: number): void {
    let [single, low, high, before] = [0, 0, 0, -1];
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
    this.single[entry] = single;
    this.low[entry] = low;
    this.high[entry] = high;
  }

  grow(texts: number): void {
    const grown = new TextMarks(texts);
    grown.single.set(this.single);
    grown.low.set(this.low);
    grown.high.set(this.high);
    Object.assign(this, grown);
  }
}

export function markOf(bytes: Uint8Array): TextMark {
  const marks = new TextMarks(1);
  marks.note(0, bytes, 0, bytes.length);
  const [[single = 0], [low = 0], [high = 0]] = [marks.single, marks.low, marks.high];
  return { single, low, high };
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
