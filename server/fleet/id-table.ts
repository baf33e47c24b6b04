const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Which slot each id has. An id is four words of 32 bits, most significant first, so that the order of words is the order of ids. */
export class IdTable {
  words: Uint32Array;
  /** Slot + 1 by hash; 0 free, so that an absent id is found absent at once. */
  private table: Uint32Array;
  private entries = 0;
  /** The id that was found last: the tags and labels of a resource mostly come one after the other. */
  private readonly last = new Uint32Array(4);
  private lastSlot = -1;

  constructor(capacity: number) {
    this.words = new Uint32Array(capacity * 4);
    this.table = new Uint32Array(tableLength(capacity));
  }

  /** The slot of an id given as 16 bytes, -1 when it has none. */
  slotOfBytes(source: Uint8Array, at: number): number {
    const { last } = this;
    const [w0, w1, w2, w3] = [wordAt(source, at), wordAt(source, at + 4), wordAt(source, at + 8), wordAt(source, at + 12)];
    if (this.lastSlot >= 0 && last[3] === w3 && last[2] === w2 && last[1] === w1 && last[0] === w0) return this.lastSlot;
    this.lastSlot = this.find(w0, w1, w2, w3);
    last[0] = w0;
    last[1] = w1;
    last[2] = w2;
    last[3] = w3;
    return this.lastSlot;
  }

  /** The slot of an id in its usual spelling; -1 when it has none or is no id. */
  slotOf(id: string): number {
    const hex = id.replaceAll('-', '');
    if (!/^[0-9a-f]{32}$/i.test(hex)) return -1;
    return this.find(parseInt(hex.slice(0, 8), 16), parseInt(hex.slice(8, 16), 16), parseInt(hex.slice(16, 24), 16), parseInt(hex.slice(24), 16));
  }

  insert(slot: number, source: Uint8Array, at: number): void {
    for (let i = 0; i < 4; i++) this.words[slot * 4 + i] = wordAt(source, at + i * 4);
    if (++this.entries * 2 > this.table.length) this.growTable();
    this.place(slot);
  }

  /** Takes the id of the slot out, closing the gap in its run of the hash table. */
  remove(slot: number): void {
    this.lastSlot = -1;
    const { table } = this;
    const mask = table.length - 1;
    let gap = this.home(slot);
    while (table[gap] !== slot + 1) gap = (gap + 1) & mask;
    for (let at = (gap + 1) & mask; table[at] !== 0; at = (at + 1) & mask) {
      const home = this.home((table[at] ?? 1) - 1);
      if (((at - home) & mask) < ((at - gap) & mask)) continue;
      table[gap] = table[at] ?? 0;
      gap = at;
    }
    table[gap] = 0;
    this.entries--;
  }

  grow(capacity: number): void {
    const words = new Uint32Array(capacity * 4);
    words.set(this.words);
    this.words = words;
  }

  text(slot: number): string {
    const bytes = new Uint8Array(16);
    for (let i = 0; i < 16; i++) bytes[i] = (this.words[slot * 4 + (i >> 2)] ?? 0) >>> (24 - 8 * (i & 3));
    return uuidText(bytes, 0);
  }

  /** The ids of many slots, 16 bytes each, end to end. */
  bytesOf(slots: Uint32Array): Buffer {
    const bytes = Buffer.allocUnsafe(slots.length * 16);
    for (let i = 0, at = 0; i < slots.length; i++) {
      const word = (slots[i] ?? 0) * 4;
      for (let part = 0; part < 4; part++) at = bytes.writeUInt32BE(this.words[word + part] ?? 0, at);
    }
    return bytes;
  }

  compare(a: number, b: number): number {
    for (let i = 0; i < 4; i++) {
      const difference = (this.words[a * 4 + i] ?? 0) - (this.words[b * 4 + i] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private find(w0: number, w1: number, w2: number, w3: number): number {
    const { table, words } = this;
    const mask = table.length - 1;
    for (let at = hashWords(w0, w1, w2, w3) & mask; ; at = (at + 1) & mask) {
      const slot = (table[at] ?? 0) - 1;
      if (slot < 0) return -1;
      const word = slot * 4;
      if (words[word + 3] === w3 && words[word + 2] === w2 && words[word + 1] === w1 && words[word] === w0) return slot;
    }
  }

  private home(slot: number): number {
    const { words } = this;
    const word = slot * 4;
    return hashWords(words[word] ?? 0, words[word + 1] ?? 0, words[word + 2] ?? 0, words[word + 3] ?? 0) & (this.table.length - 1);
  }

  private place(slot: number): void {
    const mask = this.table.length - 1;
    let at = this.home(slot);
    while (this.table[at] !== 0) at = (at + 1) & mask;
    this.table[at] = slot + 1;
  }

  private growTable(): void {
    const old = this.table;
    this.table = new Uint32Array(old.length * 2);
    for (const entry of old) if (entry !== 0) this.place(entry - 1);
  }
}

/** The usual spelling of an id given as 16 bytes. */
export function uuidText(bytes: Uint8Array, at: number): string {
  let text = '';
  for (let i = 0; i < 16; i++) {
    text += HEX[bytes[at + i] ?? 0] ?? '';
    if (i === 3 || i === 5 || i === 7 || i === 9) text += '-';
  }
  return text;
}

const wordAt = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0;

function hashWords(w0: number, w1: number, w2: number, w3: number): number {
  let hash = Math.imul(w0 ^ Math.imul(w1, 0x85eb_ca6b), 0xc2b2_ae35) ^ Math.imul(w2, 0x27d4_eb2f) ^ Math.imul(w3, 0x1656_67b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function tableLength(capacity: number): number {
  let length = 64;
  while (length < capacity * 2) length *= 2;
  return length;
}
