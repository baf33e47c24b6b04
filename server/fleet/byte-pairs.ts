const WORDS = 0x1_0000 / 32;

/** Which pairs of adjacent bytes stand anywhere in some texts, and with which of them one begins: none has a word of which a pair is missing. */
export class BytePairs {
  private readonly anywhere = new Uint32Array(WORDS);
  private readonly atStart = new Uint32Array(WORDS);

  add(bytes: Uint8Array, from: number, to: number): void {
    if (to - from < 2) return;
    put(this.atStart, pairAt(bytes, from));
    for (let at = from; at < to - 1; at++) put(this.anywhere, pairAt(bytes, at));
  }

  /** False when surely none of the texts contains these bytes, or begins with them. */
  mayHave(bytes: Uint8Array, place: 'anywhere' | 'start'): boolean {
    if (place === 'start' && bytes.length > 1 && !has(this.atStart, pairAt(bytes, 0))) return false;
    for (let at = 0; at < bytes.length - 1; at++) if (!has(this.anywhere, pairAt(bytes, at))) return false;
    return true;
  }
}

const pairAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

const put = (pairs: Uint32Array, pair: number): void => {
  pairs[pair >>> 5] = (pairs[pair >>> 5] ?? 0) | (1 << (pair & 31));
};

const has = (pairs: Uint32Array, pair: number): boolean => (((pairs[pair >>> 5] ?? 0) >>> (pair & 31)) & 1) === 1;
