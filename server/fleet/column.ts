import { fold } from '@/domain/fold';
import { areSame, type Bits, clearBit, emptyBits, grownBits, hasBit, setBit } from './bits';
import { accepts, askAll, type CodeFilter, type CodeQuestion } from './code-filter';
import { CodeBitmaps, MOST_CODES } from './code-bitmaps';
import { ColumnZones, ZONE_SLOTS } from './column-zones';
import { Dictionary } from './dictionary';
import type { FilterBudget } from './filter-budget';

const UINT16_VALUES = 0x1_0000;
/** A column that fewer than one slot in this many has a value in is kept as a map. */
const DENSE_FROM = 64;
/** One that more than one slot in this many has a value in, of few values, keeps the slots of each. */
const BITMAPS_FROM = 4;
/** So many texts are numbered anew within a few milliseconds. */
const TEXTS_PER_STEP = 5_000;

export type Codes = Uint16Array | Uint32Array;

export interface ColumnOptions {
  startDense?: boolean;
  foldText?: (text: string) => string;
}

/** One value per slot, as a number of the column's own dictionary; 0: missing. */
export class Column {
  dictionary: Dictionary;
  /** The questions that were asked lately, by name. */
  readonly filters = new Map<string, CodeFilter>();
  /** How many slots have a value. */
  used = 0;
  /** How many slots have each code, up to the last code that any had. */
  counts = new Uint32Array(16);
  private dense: Codes | null;
  /** Of a dense column: what may stand where, and which slots have a value. */
  private zones: ColumnZones | null;
  private present: Bits | null;
  private bitmaps: CodeBitmaps | undefined;
  private readonly sparse = new Map<number, number>();
  private readonly foldText: (text: string) => string;

  constructor(
    private readonly budget: FilterBudget,
    private capacity: number,
    { startDense = false, foldText = fold }: ColumnOptions = {},
  ) {
    this.dictionary = new Dictionary(foldText);
    this.foldText = foldText;
    this.dense = startDense ? new Uint16Array(capacity) : null;
    this.zones = startDense ? new ColumnZones(capacity) : null;
    this.present = startDense ? emptyBits(capacity) : null;
  }

  get(slot: number): number {
    return this.dense === null ? (this.sparse.get(slot) ?? 0) : (this.dense[slot] ?? 0);
  }

  set(slot: number, code: number): void {
    const before = this.get(slot);
    if (before === code) return;
    if (before === 0) this.used++;
    else {
      this.counts[before] = (this.counts[before] ?? 0) - 1;
      if (code === 0) this.used--;
    }
    if (code !== 0) this.countUp(code);
    this.store(slot, code);
    this.followBitmaps(slot, before, code);
    for (const filter of this.filters.values()) {
      if (code !== 0 && accepts(filter, code)) setBit((filter.bits ??= emptyBits(this.capacity)), slot);
      else if (filter.bits !== null) clearBit(filter.bits, slot);
    }
  }

  /** All codes by slot when the column is dense, else the slots that have one. */
  codes(): Codes | ReadonlyMap<number, number> {
    return this.dense ?? this.sparse;
  }

  grow(capacity: number): void {
    this.capacity = capacity;
    for (const filter of this.filters.values()) if (filter.bits !== null) filter.bits = grownBits(filter.bits, capacity);
    if (this.dense === null) return;
    const grown = this.dense instanceof Uint16Array ? new Uint16Array(capacity) : new Uint32Array(capacity);
    grown.set(this.dense);
    this.dense = grown;
    this.zones?.grow(capacity);
    if (this.present !== null) this.present = grownBits(this.present, capacity);
    this.dropBitmaps();
  }

  /**
   * Numbers the texts anew, in the order of the slots that have them: those of neighbours are then side by side, and a search passes over the others.
   * Yields now and then; nothing is to be asked or set before it is done, nor asked before it begins.
   */
  *renumber(): Generator<void> {
    const { dense, dictionary: before } = this;
    if (dense === null || this.filters.size > 0 || this.bitmaps !== undefined) return;
    const dictionary = new Dictionary(this.foldText);
    const renumbered = new Uint32Array(before.size);
    for (let slot = 0, texts = 0; slot < dense.length; slot++) {
      const code = dense[slot] ?? 0;
      if (code === 0 || renumbered[code] !== 0) continue;
      renumbered[code] = dictionary.intern(before.bytes, before.starts[code] ?? 0, (before.starts[code + 1] ?? 1) - 1);
      if (++texts % TEXTS_PER_STEP === 0) yield;
    }
    const counts = new Uint32Array(dictionary.size);
    for (let code = 1; code < before.size; code++) if (renumbered[code] !== 0) counts[renumbered[code] ?? 0] = this.counts[code] ?? 0;
    const zones = new ColumnZones(this.capacity);
    for (let slot = 0; slot < dense.length; slot++) {
      const code = renumbered[dense[slot] ?? 0] ?? 0;
      dense[slot] = code;
      if (code !== 0) zones.note(slot, code);
    }
    this.dictionary = dictionary;
    this.counts = counts;
    this.zones = zones;
  }

  /** The slots of each code, where there are few codes; made when they are asked for. */
  codeBitmaps(): CodeBitmaps | undefined {
    const { dense, dictionary, capacity } = this;
    const isWorthIt = this.bitmaps === undefined && dense !== null && dictionary.size <= MOST_CODES && this.used * BITMAPS_FROM > capacity;
    if (isWorthIt && this.budget.reserve(CodeBitmaps.bytesFor(dictionary.size, capacity))) this.bitmaps = new CodeBitmaps(dense, dictionary.size, capacity);
    return this.bitmaps;
  }

  /** The slots that have a value. Not to be changed. */
  withValue(): Bits {
    if (this.present !== null) return this.present;
    const bits = emptyBits(this.capacity);
    for (const slot of this.sparse.keys()) setBit(bits, slot);
    return bits;
  }

  /** The slots whose code the question accepts, null when there is none. Not to be changed; kept right from now on. */
  filter(question: CodeQuestion): Bits | null {
    const cached = this.filters.get(question.name);
    if (cached !== undefined) {
      this.budget.touch(cached);
      return cached.bits;
    }
    const wider = question.within?.().map((name) => this.filters.get(name)).find((known) => known !== undefined);
    const filter = askAll(question, this.dictionary.size, wider);
    if (filter.accepted.length > 0) filter.bits = this.sameAsBefore(filter.accepted) ?? this.scan(filter.accepted, wider?.bits ?? undefined);
    this.filters.set(question.name, filter);
    this.budget.add(filter, () => this.filters.delete(question.name));
    return filter.bits;
  }

  /** Words that grow letter by letter mostly accept the same few values of a column: what was found for them then. */
  private sameAsBefore(accepted: Bits): Bits | undefined {
    for (const filter of this.filters.values()) if (filter.bits !== null && areSame(filter.accepted, accepted)) return filter.bits.slice();
    return undefined;
  }

  private followBitmaps(slot: number, before: number, code: number): void {
    if (this.bitmaps === undefined) return;
    if (code >= this.bitmaps.size) return this.dropBitmaps();
    this.bitmaps.take(slot, before);
    this.bitmaps.put(slot, code);
  }

  private dropBitmaps(): void {
    if (this.bitmaps !== undefined) this.budget.release(this.bitmaps.bytes);
    this.bitmaps = undefined;
  }

  /** The slots that have one of the codes; `among`: no other slot has. */
  private scan(accepted: Bits, among: Bits | undefined): Bits {
    const bitmaps = this.codeBitmaps();
    if (bitmaps !== undefined) return bitmaps.union(accepted);
    const bits = emptyBits(this.capacity);
    const { dense } = this;
    if (dense !== null && among !== undefined) scanAmong(dense, among, accepted, bits);
    else if (dense !== null) this.zones?.eachWith(accepted, (first) => scanZone(dense, first, accepted, bits));
    else for (const [slot, code] of this.sparse) if (hasBit(accepted, code)) setBit(bits, slot);
    return bits;
  }

  private countUp(code: number): void {
    if (code >= this.counts.length) {
      const grown = new Uint32Array(Math.max(code + 1, this.counts.length * 2));
      grown.set(this.counts);
      this.counts = grown;
    }
    this.counts[code] = (this.counts[code] ?? 0) + 1;
  }

  private store(slot: number, code: number): void {
    if (this.dense === null) {
      if (code === 0) this.sparse.delete(slot);
      else this.sparse.set(slot, code);
      if (this.sparse.size * DENSE_FROM > this.capacity) this.becomeDense();
      return;
    }
    if (code >= UINT16_VALUES && this.dense instanceof Uint16Array) this.dense = Uint32Array.from(this.dense);
    this.dense[slot] = code;
    if (code !== 0) this.zones?.note(slot, code);
    if (this.present === null) return;
    if (code === 0) clearBit(this.present, slot);
    else setBit(this.present, slot);
  }

  private becomeDense(): void {
    const dense = this.dictionary.size > UINT16_VALUES ? new Uint32Array(this.capacity) : new Uint16Array(this.capacity);
    const zones = new ColumnZones(this.capacity);
    this.present = this.withValue();
    for (const [slot, code] of this.sparse) {
      dense[slot] = code;
      zones.note(slot, code);
    }
    this.dense = dense;
    this.zones = zones;
    this.sparse.clear();
  }
}

function scanZone(dense: Codes, first: number, accepted: Bits, bits: Bits): void {
  const end = Math.min(first + ZONE_SLOTS, dense.length);
  for (let slot = first, word = first >>> 5; slot < end; word++) {
    let collected = 0;
    const last = Math.min(slot + 32, end);
    for (let bit = 0; slot < last; slot++, bit++) {
      const code = dense[slot] ?? 0;
      collected |= (((accepted[code >>> 5] ?? 0) >>> (code & 31)) & 1) << bit;
    }
    bits[word] = collected;
  }
}

function scanAmong(dense: Codes, among: Bits, accepted: Bits, bits: Bits): void {
  for (let word = 0; word < among.length; word++) {
    let collected = 0;
    for (let rest = among[word] ?? 0; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      const code = dense[(word << 5) + bit] ?? 0;
      collected |= (((accepted[code >>> 5] ?? 0) >>> (code & 31)) & 1) << bit;
    }
    bits[word] = collected;
  }
}
