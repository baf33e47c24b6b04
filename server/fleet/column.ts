import { fold } from '@/domain/fold';
import { type Bits, clearBit, emptyBits, grownBits, setBit } from './bits';
import { Dictionary } from './dictionary';
import type { FilterBudget } from './filter-budget';

const UINT16_VALUES = 0x1_0000;
/** A column that fewer than one slot in this many has a value in is kept as a map. */
const DENSE_FROM = 64;

export type Codes = Uint16Array | Uint32Array;

/** Which codes a question accepts. The answer for a code never changes. */
export type CodeTest = (code: number) => boolean;

/** The slots whose code a question accepts, kept right while the column changes. */
export interface CodeFilter {
  bits: Bits;
  test: CodeTest;
  /** 1 no, 2 yes, 0 not asked yet; by code. */
  answers: Uint8Array;
}

export interface ColumnOptions {
  startDense?: boolean;
  foldText?: (text: string) => string;
}

/** One value per slot, as a number of the column's own dictionary; 0: missing. */
export class Column {
  readonly dictionary: Dictionary;
  /** The questions that were asked lately, by name. */
  readonly filters = new Map<string, CodeFilter>();
  /** How many slots have a value. */
  used = 0;
  private dense: Codes | null;
  private readonly sparse = new Map<number, number>();

  constructor(
    private readonly budget: FilterBudget,
    private capacity: number,
    { startDense = false, foldText = fold }: ColumnOptions = {},
  ) {
    this.dictionary = new Dictionary(foldText);
    this.dense = startDense ? new Uint16Array(capacity) : null;
  }

  get(slot: number): number {
    return this.dense === null ? (this.sparse.get(slot) ?? 0) : (this.dense[slot] ?? 0);
  }

  set(slot: number, code: number): void {
    const before = this.get(slot);
    if (before === code) return;
    if (before === 0) this.used++;
    else if (code === 0) this.used--;
    this.store(slot, code);
    if (this.filters.size === 0) return;
    for (const filter of this.filters.values()) {
      if (accepts(filter, code)) setBit(filter.bits, slot);
      else clearBit(filter.bits, slot);
    }
  }

  /** All codes by slot when the column is dense, else the slots that have one. */
  codes(): Codes | ReadonlyMap<number, number> {
    return this.dense ?? this.sparse;
  }

  grow(capacity: number): void {
    this.capacity = capacity;
    for (const filter of this.filters.values()) filter.bits = grownBits(filter.bits, capacity);
    if (this.dense === null) return;
    const grown = this.dense instanceof Uint16Array ? new Uint16Array(capacity) : new Uint32Array(capacity);
    grown.set(this.dense);
    this.dense = grown;
  }

  /** The slots whose code the test accepts; kept under this name and right from then on. */
  filter(name: string, test: CodeTest): Bits {
    const cached = this.filters.get(name);
    if (cached !== undefined) {
      this.budget.touch(cached);
      return cached.bits;
    }
    const filter: CodeFilter = { bits: emptyBits(this.capacity), test, answers: new Uint8Array(this.dictionary.size) };
    for (let code = 1; code < this.dictionary.size; code++) filter.answers[code] = test(code) ? 2 : 1;
    this.scan(filter);
    this.filters.set(name, filter);
    this.budget.add(filter, () => this.filters.delete(name));
    return filter.bits;
  }

  private scan({ answers, bits }: CodeFilter): void {
    if (this.dense === null) {
      for (const [slot, code] of this.sparse) if (answers[code] === 2) setBit(bits, slot);
      return;
    }
    const { dense } = this;
    for (let word = 0, slot = 0; word < bits.length; word++) {
      let collected = 0;
      const end = Math.min(slot + 32, dense.length);
      for (let bit = 0; slot < end; slot++, bit++) collected |= ((answers[dense[slot] ?? 0] ?? 0) >> 1) << bit;
      bits[word] = collected;
    }
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
  }

  private becomeDense(): void {
    const dense = this.dictionary.size > UINT16_VALUES ? new Uint32Array(this.capacity) : new Uint16Array(this.capacity);
    for (const [slot, code] of this.sparse) dense[slot] = code;
    this.dense = dense;
    this.sparse.clear();
  }
}

function accepts(filter: CodeFilter, code: number): boolean {
  if (code === 0) return false;
  if (code >= filter.answers.length) {
    const grown = new Uint8Array(Math.max(code + 1, filter.answers.length * 2));
    grown.set(filter.answers);
    filter.answers = grown;
  }
  const known = filter.answers[code];
  if (known !== 0) return known === 2;
  const answer = filter.test(code);
  filter.answers[code] = answer ? 2 : 1;
  return answer;
}
