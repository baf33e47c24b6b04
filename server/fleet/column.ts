import { fold } from '@/domain/fold';
import { type Bits, clearBit, emptyBits, grownBits, setBit } from './bits';
import { Dictionary } from './dictionary';
import type { FilterBudget } from './filter-budget';

const NO = 1;
const YES = 2;
const UINT16_VALUES = 0x1_0000;
/** A column that fewer than one slot in this many has a value in is kept as a map. */
const DENSE_FROM = 64;

export type Codes = Uint16Array | Uint32Array;

/** A question about texts. Its answer for a code never changes. */
export interface CodeQuestion {
  /** Names the question among those of its column. */
  name: string;
  accepts: (code: number) => boolean;
  /** The same for every code so far, where that is quicker than one by one: hands over those it accepts. */
  acceptedAmong?: (onCode: (code: number) => void) => void;
}

/** The slots whose code a question accepts, kept right while the column changes. */
export interface CodeFilter {
  question: CodeQuestion;
  /** null: no code was accepted yet. */
  bits: Bits | null;
  /** 1 no, 2 yes, 0 not asked yet; by code. Empty as long as none of the codes below `known` was accepted. */
  answers: Uint8Array;
  known: number;
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
  }

  /** The slots whose code the question accepts, null when there is none. Not to be changed; kept right from now on. */
  filter(question: CodeQuestion): Bits | null {
    const cached = this.filters.get(question.name);
    if (cached !== undefined) {
      this.budget.touch(cached);
      return cached.bits;
    }
    const filter = askAll(question, this.dictionary.size);
    if (filter.answers.length > 0) this.scan(filter.answers, (filter.bits = emptyBits(this.capacity)));
    this.filters.set(question.name, filter);
    this.budget.add(filter, () => this.filters.delete(question.name));
    return filter.bits;
  }

  private scan(answers: Uint8Array, bits: Bits): void {
    if (this.dense === null) {
      for (const [slot, code] of this.sparse) if (answers[code] === YES) setBit(bits, slot);
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

function askAll(question: CodeQuestion, size: number): CodeFilter {
  const answers = new Uint8Array(size).fill(NO);
  let any = false;
  const accept = (code: number) => {
    answers[code] = YES;
    any = true;
  };
  if (question.acceptedAmong !== undefined) question.acceptedAmong(accept);
  else for (let code = 1; code < size; code++) if (question.accepts(code)) accept(code);
  return { question, bits: null, answers: any ? answers : new Uint8Array(0), known: size };
}

function accepts(filter: CodeFilter, code: number): boolean {
  if (code < filter.known && filter.answers.length === 0) return false;
  const known = filter.answers[code] ?? 0;
  if (known !== 0) return known === YES;
  const answer = filter.question.accepts(code);
  if (!answer && filter.answers.length === 0) return false;
  if (code >= filter.answers.length) {
    const grown = new Uint8Array(Math.max(code + 1, filter.answers.length * 2));
    if (filter.answers.length === 0) grown.fill(NO, 0, filter.known);
    grown.set(filter.answers);
    filter.answers = grown;
  }
  filter.answers[code] = answer ? YES : NO;
  return answer;
}
