const [LOWER_A, LOWER_Z, DIGIT_0, DIGIT_9] = [97, 122, 48, 57];

/** What bytes a text has: which single ones, and which pairs of adjacent ones, hashed into 64 bits. */
export interface TextMark {
  single: number;
  low: number;
  high: number;
}

const BLOCK_BITS = 5;
/** As many texts as a number has bits. */
export const BLOCK_TEXTS = 1 << BLOCK_BITS;

/**
 * The marks of many texts. A text that contains another one has all of its bits, so most texts need no closer look, and mostly not even those of a whole
 * block: texts that came one after the other are alike. In a list each: mostly the first number says no, and as many of them as possible come with
 * one line of the processor's cache.
 */
export class TextMarks {
  single: Int32Array;
  low: Int32Array;
  high: Int32Array;
  /** Of each block of texts, the bits that any of them has. */
  private readonly blocks: TextMarks | undefined;

  constructor(texts: number, hasBlocks = true) {
    this.single = new Int32Array(texts);
    this.low = new Int32Array(texts);
    this.high = new Int32Array(texts);
    this.blocks = hasBlocks ? new TextMarks((texts + BLOCK_TEXTS - 1) >>> BLOCK_BITS, false) : undefined;
  }

  note(entry: number, bytes: Uint8Array, from: number, to: number): void {
    const mark = markOf(bytes, from, to);
    this.add(entry, mark);
    this.blocks?.add(entry >>> BLOCK_BITS, mark);
  }

  /** Whether any text of a block may contain what has this mark. */
  mayStandIn(block: number, { single, low, high }: TextMark): boolean {
    const { blocks } = this;
    if (blocks === undefined || ((blocks.single[block] ?? 0) & single) !== single) return false;
    return ((blocks.low[block] ?? 0) & low) === low && ((blocks.high[block] ?? 0) & high) === high;
  }

  grow(texts: number): void {
    this.single = longer(this.single, texts);
    this.low = longer(this.low, texts);
    this.high = longer(this.high, texts);
    this.blocks?.grow((texts + BLOCK_TEXTS - 1) >>> BLOCK_BITS);
  }

  private add(entry: number, { single, low, high }: TextMark): void {
    this.single[entry] = (this.single[entry] ?? 0) | single;
    this.low[entry] = (this.low[entry] ?? 0) | low;
    this.high[entry] = (this.high[entry] ?? 0) | high;
  }
}

function longer(list: Int32Array, length: number): Int32Array {
  const grown = new Int32Array(length);
  grown.set(list);
  return grown;
}

export function markOf(bytes: Uint8Array, from = 0, to = bytes.length): TextMark {
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
