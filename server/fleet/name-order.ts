import { type Bits, hasBit, slotsOf } from './bits';
import { flipped } from './sort-number';

/** Fewer than one slot in so many are sorted in less time than the order takes to be walked past the others. */
const FEW_AMONG = 4_000;

/** Slots in an order, kept while slots come, go and move. */
export class NameOrder {
  /** The slots from first to last; valid up to `length`. */
  slots: Uint32Array = new Uint32Array(16);
  length = 0;
  private growing: Uint32Array | undefined;
  private falling: Uint32Array | undefined;

  constructor(private readonly compare: (a: number, b: number) => number) {}

  /** An odd number for each slot that grows (or falls) from name to name. Made when it is asked for, good until the order changes. */
  numbersBySlot(capacity: number, descending: boolean, isSameName: (a: number, b: number) => boolean): Uint32Array {
    const known = descending ? this.falling : this.growing;
    if (known !== undefined) return known;
    const numbers = new Uint32Array(capacity);
    let number = flipped(1, descending);
    for (let i = 0; i < this.length; i++) {
      const slot = this.slots[i] ?? 0;
      if (i > 0 && !isSameName(this.slots[i - 1] ?? 0, slot)) number += descending ? -2 : 2;
      numbers[slot] = number;
    }
    if (descending) this.falling = numbers;
    else this.growing = numbers;
    return numbers;
  }

  /** The first place whose slot does not come before what `compare` looks for (negative: it does). */
  search(compare: (slot: number) => number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(this.slots[middle] ?? 0) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** An order to find the `count` slots of the set in: this one, or when they are few, one of them alone. */
  orderAround(set: Bits, count: number): NameOrder {
    if (count * FEW_AMONG > this.length) return this;
    const few = new NameOrder(this.compare);
    few.slots = slotsOf(set, count).sort(this.compare);
    few.length = count;
    return few;
  }

  /** Adds a slot that comes after all others, as they do during the load. */
  append(slot: number): void {
    if (this.length === this.slots.length) this.slots = grown(this.slots, this.length * 2);
    this.slots[this.length++] = slot;
  }

  /**
   * Takes out the slots of one set and puts in those of the other; a slot that moves is in both. The slots taken out may have lost
   * their names already: nothing but their number is looked at.
   */
  update(leave: Bits | undefined, enter: readonly number[]): void {
    const coming = [...enter].sort(this.compare);
    this.growing = undefined;
    this.falling = undefined;
    const kept = leave === undefined ? this.slots.subarray(0, this.length) : this.without(leave);
    const merged = new Uint32Array(Math.max(16, Math.ceil((kept.length + coming.length) * 1.05)));
    let from = 0;
    let at = 0;
    for (const slot of coming) {
      const until = this.lowerBound(kept, from, slot);
      merged.set(kept.subarray(from, until), at);
      at += until - from;
      merged[at++] = slot;
      from = until;
    }
    merged.set(kept.subarray(from), at);
    this.slots = merged;
    this.length = kept.length + coming.length;
  }

  private without(leave: Bits): Uint32Array {
    const { slots } = this;
    let at = 0;
    for (let i = 0; i < this.length; i++) {
      const slot = slots[i] ?? 0;
      if (!hasBit(leave, slot)) slots[at++] = slot;
    }
    return slots.subarray(0, at);
  }

  private lowerBound(kept: Uint32Array, from: number, slot: number): number {
    let [low, high] = [from, kept.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compare(kept[middle] ?? 0, slot) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function grown(slots: Uint32Array, length: number): Uint32Array {
  const larger = new Uint32Array(length);
  larger.set(slots);
  return larger;
}
