import { type Bits, countBits, emptyBits, hasBit, setBit, slotsOf } from './bits';
import { KeptSubtrees } from './kept-subtrees';

const NONE = -1;
const UNKNOWN = 0;
const NO = 1;
const YES = 2;
/** From one top in so many slots on, asking every slot is quicker than going down. */
const MANY_TOPS = 200;

/** Who stands below whom: each slot's parent, and its children as a linked list. */
export class Hierarchy {
  parents: Int32Array;
  /** Children in service. */
  childCounts: Int32Array;
  private firstChild: Int32Array;
  private next: Int32Array;
  private previous: Int32Array;
  private readonly subtrees = new KeptSubtrees();

  constructor(capacity: number) {
    const slots = () => new Int32Array(capacity).fill(NONE);
    this.parents = slots();
    this.firstChild = slots();
    this.next = slots();
    this.previous = slots();
    this.childCounts = new Int32Array(capacity);
  }

  grow(capacity: number): void {
    const grown = (old: Int32Array, fill: number) => {
      const larger = new Int32Array(capacity).fill(fill, old.length);
      larger.set(old);
      return larger;
    };
    this.parents = grown(this.parents, NONE);
    this.firstChild = grown(this.firstChild, NONE);
    this.next = grown(this.next, NONE);
    this.previous = grown(this.previous, NONE);
    this.childCounts = grown(this.childCounts, 0);
    this.subtrees.clear();
  }

  parentOf(slot: number): number {
    return this.parents[slot] ?? NONE;
  }

  /** Moves a slot below another one, or to the roots (-1). `inService`: whether it counts among its parent's children. */
  setParent(slot: number, parent: number, inService: boolean): void {
    const before = this.parentOf(slot);
    if (before === parent) return;
    if (before !== NONE) this.unlink(slot, before);
    if (inService) this.count(before, -1);
    this.parents[slot] = parent;
    if (parent !== NONE) this.link(slot, parent);
    if (inService) this.count(parent, 1);
    if (this.firstChild[slot] === NONE) this.subtrees.moveLeaf(slot, parent);
    else this.subtrees.clear();
  }

  /** A slot was retired or restored. */
  serviceChanged(slot: number, inService: boolean): void {
    this.count(this.parentOf(slot), inService ? 1 : -1);
  }

  *childrenOf(slot: number): Generator<number> {
    for (let child = this.firstChild[slot] ?? NONE; child !== NONE; child = this.next[child] ?? NONE) yield child;
  }

  /** Everything at any depth below the slots of the set. Not to be changed: what is below one slot is kept. */
  below(tops: Bits, capacity: number): Bits {
    const count = countBits(tops);
    if (count > 1 && count * MANY_TOPS > capacity) return this.belowMany(tops, capacity);
    const slots = slotsOf(tops, count);
    const [top] = slots;
    if (top === undefined || count > 1) return this.belowFew(slots, capacity);
    const kept = this.subtrees.get(top) ?? this.belowFew(slots, capacity);
    this.subtrees.keep(top, kept);
    return kept;
  }

  private belowFew(tops: Uint32Array, capacity: number): Bits {
    const found = emptyBits(capacity);
    const open = [...tops];
    const { firstChild, next } = this;
    for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
      for (let child = firstChild[slot] ?? NONE; child !== NONE; child = next[child] ?? NONE) {
        if (hasBit(found, child)) continue;
        setBit(found, child);
        if (firstChild[child] !== NONE) open.push(child);
      }
    }
    return found;
  }

  /** The same from below: each slot asks its parent, and its answer is kept. Looks at every slot once. */
  private belowMany(tops: Bits, capacity: number): Bits {
    const found = emptyBits(capacity);
    const answers = new Uint8Array(capacity);
    const { parents } = this;
    const path: number[] = [];
    for (let bottom = 0; bottom < capacity; bottom++) {
      let slot = bottom;
      for (let parent = parents[slot] ?? NONE; answers[slot] === UNKNOWN; parent = parents[slot] ?? NONE) {
        if (parent === NONE) answers[slot] = NO;
        else if (hasBit(tops, parent)) answers[slot] = YES;
        else if (answers[parent] !== UNKNOWN) answers[slot] = answers[parent] ?? NO;
        else {
          path.push(slot);
          slot = parent;
        }
      }
      const answer = answers[slot] ?? NO;
      for (let each = path.pop(); each !== undefined; each = path.pop()) {
        answers[each] = answer;
        if (answer === YES) setBit(found, each);
      }
      if (answers[bottom] === YES) setBit(found, bottom);
    }
    return found;
  }

  /** Everything at any height above the slots of the set. */
  above(bottoms: Bits, capacity: number): Bits {
    const found = emptyBits(capacity);
    for (const bottom of slotsOf(bottoms)) {
      for (let slot = this.parentOf(bottom); slot !== NONE && !hasBit(found, slot); slot = this.parentOf(slot)) setBit(found, slot);
    }
    return found;
  }

  /** The parents of the slots of the set. */
  parentsOf(children: Bits, capacity: number): Bits {
    const found = emptyBits(capacity);
    for (const child of slotsOf(children)) {
      const parent = this.parentOf(child);
      if (parent !== NONE) setBit(found, parent);
    }
    return found;
  }

  /** The slots whose parent is in the set. */
  childrenOfAny(tops: Bits, capacity: number): Bits {
    const found = emptyBits(capacity);
    const count = countBits(tops);
    if (count * MANY_TOPS <= capacity) {
      for (const top of slotsOf(tops, count)) for (const child of this.childrenOf(top)) setBit(found, child);
      return found;
    }
    const { parents } = this;
    for (let slot = 0; slot < capacity; slot++) {
      const parent = parents[slot] ?? NONE;
      if (parent !== NONE && hasBit(tops, parent)) setBit(found, slot);
    }
    return found;
  }

  private count(parent: number, change: number): void {
    if (parent !== NONE) this.childCounts[parent] = (this.childCounts[parent] ?? 0) + change;
  }

  private link(slot: number, parent: number): void {
    const first = this.firstChild[parent] ?? NONE;
    this.next[slot] = first;
    this.previous[slot] = NONE;
    if (first !== NONE) this.previous[first] = slot;
    this.firstChild[parent] = slot;
  }

  private unlink(slot: number, parent: number): void {
    const before = this.previous[slot] ?? NONE;
    const after = this.next[slot] ?? NONE;
    if (before === NONE) this.firstChild[parent] = after;
    else this.next[before] = after;
    if (after !== NONE) this.previous[after] = before;
  }
}
