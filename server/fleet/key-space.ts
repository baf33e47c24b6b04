import { type Bits, clearBit, emptyBits, grownBits, setBit } from './bits';
import { Column } from './column';
import type { FilterBudget } from './filter-budget';

/** The tags, or the labels, of all resources: a column per key. */
export class KeySpace {
  readonly columns = new Map<string, Column>();
  /** How many keys each slot has. */
  counts: Uint16Array;
  /** The slots without any; those that are free too. */
  none: Bits;

  constructor(
    private readonly budget: FilterBudget,
    private capacity: number,
  ) {
    this.counts = new Uint16Array(capacity);
    this.none = emptyBits(capacity).fill(0xffff_ffff);
  }

  column(key: string): Column {
    let column = this.columns.get(key);
    if (column === undefined) this.columns.set(key, (column = new Column(this.budget, this.capacity)));
    return column;
  }

  set(slot: number, column: Column, code: number): void {
    if (column.get(slot) === 0) {
      this.counts[slot] = (this.counts[slot] ?? 0) + 1;
      clearBit(this.none, slot);
    }
    column.set(slot, code);
  }

  /** Takes out every value of the slot but those of the columns that keep theirs. */
  clear(slot: number, keep: ReadonlySet<Column>): void {
    if (this.counts[slot] === keep.size) return;
    for (const column of this.columns.values()) {
      if (column.get(slot) !== 0 && !keep.has(column)) column.set(slot, 0);
    }
    this.counts[slot] = keep.size;
    if (keep.size === 0) setBit(this.none, slot);
  }

  grow(capacity: number): void {
    const before = this.none.length;
    this.none = grownBits(this.none, capacity).fill(0xffff_ffff, before);
    this.capacity = capacity;
    const counts = new Uint16Array(capacity);
    counts.set(this.counts);
    this.counts = counts;
    for (const column of this.columns.values()) column.grow(capacity);
  }
}
