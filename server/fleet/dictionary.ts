import { BytePairs } from './byte-pairs';
import { TextMarks } from './text-marks';

/** Stands between two entries, so that no search runs from one into the next: it is no byte of UTF-8. */
export const SEPARATOR = 0xff;

/** As many texts are worth knowing their pairs, which take 16 kB. */
const PAIRS_FROM = 1024;
const UPPER_A = 65;
const UPPER_Z = 90;
const encoder = new TextEncoder();

/**
 * Texts by number, from 1; 0 stands for "missing". Each text knows the entry of its folded form, which is often itself.
 * Kept as UTF-8 in one buffer with a hash table beside it: half a million container ids as JavaScript strings would cost three times as much.
 */
export class Dictionary {
  /** All texts in the order they came, each followed by the separator. */
  bytes = Buffer.alloc(256);
  /** Where each entry starts; entry `e` ends before the separator at `starts[e + 1] - 1`. */
  starts = new Uint32Array(16);
  /** By which a search passes over an entry. */
  readonly marks = new TextMarks(16);
  /** By which it passes over all of them; undefined while there are few. */
  pairs: BytePairs | undefined;
  private hashes = new Uint32Array(16);
  /** The first number that is not taken. */
  size = 1;
  /** The entry of the folded text, per entry; 0 while everything is its own folded form. */
  private folds: Uint32Array | null = null;
  /** Other spellings of a folded entry. */
  private readonly spellings = new Map<number, number[]>();
  private table = new Uint32Array(32);

  constructor(private readonly foldText: (text: string) => string) {}

  get byteLength(): number {
    return this.starts[this.size] ?? 0;
  }

  internText(text: string): number {
    const encoded = encoder.encode(text);
    return this.intern(encoded, 0, encoded.length);
  }

  /** The number of a text given as UTF-8; a text seen for the first time gets the next one. */
  intern(source: Uint8Array, from: number, to: number): number {
    const hash = hashBytes(source, from, to);
    const found = this.lookup(source, from, to, hash);
    if (found > 0) return found;
    const entry = this.append(source, from, to, hash);
    const folded = isFoldedAscii(source, from, to) ? undefined : this.foldText(this.text(entry));
    if (folded !== undefined && folded !== this.text(entry)) this.recordFold(entry, this.internText(folded));
    else if (this.folds !== null) this.recordFold(entry, entry);
    return entry;
  }

  /** The number of a text, 0 when it was never seen. */
  find(text: string): number {
    const encoded = encoder.encode(text);
    return this.lookup(encoded, 0, encoded.length, hashBytes(encoded, 0, encoded.length));
  }

  text(entry: number): string {
    return this.bytes.toString('utf8', this.starts[entry] ?? 0, (this.starts[entry + 1] ?? 1) - 1);
  }

  /** Every text is its own folded form. */
  get isFolded(): boolean {
    return this.folds === null;
  }

  foldOf(entry: number): number {
    return this.folds === null ? entry : (this.folds[entry] ?? entry);
  }

  /** Hands over every entry whose folded form is this one. */
  eachSpelling(folded: number, onEntry: (entry: number) => void): void {
    const others = this.spellings.size === 0 ? undefined : this.spellings.get(folded);
    if (others === undefined) onEntry(folded);
    else for (const entry of others) onEntry(entry);
  }

  /** Every entry whose folded form is this one. */
  spellingsOf(folded: number): readonly number[] {
    return this.spellings.get(folded) ?? [folded];
  }

  /** Order of text: the folded form, then the raw one, by code point, which is the order of UTF-8's bytes. */
  compare(a: number, b: number): number {
    if (a === b) return 0;
    return this.compareRaw(this.foldOf(a), this.foldOf(b)) || this.compareRaw(a, b);
  }

  compareRaw(a: number, b: number): number {
    if (a === b) return 0;
    const { bytes, starts } = this;
    return bytes.compare(bytes, starts[b] ?? 0, (starts[b + 1] ?? 1) - 1, starts[a] ?? 0, (starts[a + 1] ?? 1) - 1);
  }

  private recordFold(entry: number, folded: number): void {
    let folds = this.folds;
    if (folds === null) {
      folds = new Uint32Array(this.starts.length);
      for (let e = 0; e < this.size; e++) folds[e] = e;
      this.folds = folds;
    }
    folds[entry] = folded;
    if (entry !== folded) this.spellings.set(folded, [...this.spellingsOf(folded), entry]);
  }

  private append(source: Uint8Array, from: number, to: number, hash: number): number {
    const entry = this.size++;
    if (this.size + 1 > this.starts.length) this.growEntries();
    const start = this.starts[entry] ?? 0;
    const end = start + to - from + 1;
    if (end > this.bytes.length) this.growBytes(end);
    if (to - from < 64) for (let i = from, at = start; i < to; i++, at++) this.bytes[at] = source[i] ?? 0;
    else this.bytes.set(source.subarray(from, to), start);
    this.bytes[end - 1] = SEPARATOR;
    this.starts[entry + 1] = end;
    this.hashes[entry] = hash;
    this.marks.note(entry, this.bytes, start, end - 1);
    if (this.pairs !== undefined) this.pairs.add(this.bytes, start, end - 1);
    else if (this.size > PAIRS_FROM) this.pairs = this.pairsOfAll();
    this.place(entry);
    return entry;
  }

  private pairsOfAll(): BytePairs {
    const pairs = new BytePairs();
    for (let entry = 1; entry < this.size; entry++) pairs.add(this.bytes, this.starts[entry] ?? 0, (this.starts[entry + 1] ?? 1) - 1);
    return pairs;
  }

  private growEntries(): void {
    this.starts = doubled(this.starts);
    this.hashes = doubled(this.hashes);
    this.marks.grow(this.starts.length);
    if (this.folds !== null) this.folds = doubled(this.folds);
    this.table = new Uint32Array(this.starts.length * 2);
    for (let e = 1; e < this.size - 1; e++) this.place(e);
  }

  private growBytes(needed: number): void {
    const bytes = Buffer.alloc(Math.max(needed, Math.ceil(this.bytes.length * 1.5)));
    bytes.set(this.bytes);
    this.bytes = bytes;
  }

  private place(entry: number): void {
    const mask = this.table.length - 1;
    let at = (this.hashes[entry] ?? 0) & mask;
    while (this.table[at] !== 0) at = (at + 1) & mask;
    this.table[at] = entry;
  }

  private lookup(source: Uint8Array, from: number, to: number, hash: number): number {
    const { table, starts, bytes, hashes } = this;
    const mask = table.length - 1;
    const length = to - from;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const entry = table[at] ?? 0;
      if (entry === 0) return 0;
      if (hashes[entry] !== hash) continue;
      const start = starts[entry] ?? 0;
      if ((starts[entry + 1] ?? 0) - 1 - start !== length) continue;
      let i = 0;
      while (i < length && bytes[start + i] === source[from + i]) i++;
      if (i === length) return entry;
    }
  }
}

function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c_9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x0100_0193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Most texts are, and their folded form is themselves. */
function isFoldedAscii(source: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const byte = source[i] ?? 0;
    if (byte >= 0x80 || (byte >= UPPER_A && byte <= UPPER_Z)) return false;
  }
  return true;
}
