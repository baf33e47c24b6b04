import { type Bits, clearBit, hasBit, setBit } from './bits';

/** At a million resources a set takes 125 kB. */
const MAX_KEPT = 32;

/** What is below the slots that were asked lately, at any depth, kept right while leaves come, go and move. */
export class KeptSubtrees {
  /** In the order of their last use. */
  private readonly kept = new Map<number, Bits>();

  get(top: number): Bits | undefined {
    return this.kept.get(top);
  }

  /** Also what is kept already: it becomes the last used. */
  keep(top: number, bits: Bits): void {
    this.kept.delete(top);
    this.kept.set(top, bits);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MAX_KEPT) break;
      this.kept.delete(oldest);
    }
  }

  /** A slot with nothing below it stands below another one now, or below none (-1). */
  moveLeaf(leaf: number, parent: number): void {
    for (const [top, bits] of this.kept) {
      if (parent === top || (parent >= 0 && hasBit(bits, parent))) setBit(bits, leaf);
      else clearBit(bits, leaf);
    }
  }

  clear(): void {
    this.kept.clear();
  }
}
