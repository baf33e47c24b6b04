import type { Bits } from './bits';

const ZONE_BITS = 8;
/** Slots of a zone, a multiple of 32. */
export const ZONE_SLOTS = 1 << ZONE_BITS;

/**
 * What may stand in each zone of a column, so that a scan passes over the zones that cannot hold what it looks for. The load comes in the order of
 * names, and what has similar names mostly has the same service, image and kind. Never narrowed: a code that left may still be expected.
 */
export class ColumnZones {
  private lowest: Uint32Array;
  private highest: Uint32Array;
  /** The codes modulo 32. */
  private remainders: Uint32Array;

  constructor(capacity: number) {
    const zones = zonesFor(capacity);
    this.lowest = new Uint32Array(zones).fill(0xffff_ffff);
    this.highest = new Uint32Array(zones);
    this.remainders = new Uint32Array(zones);
  }

  note(slot: number, code: number): void {
    const zone = slot >>> ZONE_BITS;
    if (code < (this.lowest[zone] ?? 0)) this.lowest[zone] = code;
    if (code > (this.highest[zone] ?? 0)) this.highest[zone] = code;
    this.remainders[zone] = (this.remainders[zone] ?? 0) | (1 << (code & 31));
  }

  grow(capacity: number): void {
    const grown = new ColumnZones(capacity);
    grown.lowest.set(this.lowest);
    grown.highest.set(this.highest);
    grown.remainders.set(this.remainders);
    Object.assign(this, grown);
  }

  /** Hands over the first slot of every zone that may hold one of the codes. */
  eachWith(codes: Bits, onZone: (firstSlot: number) => void): void {
    let remainders = 0;
    /** By word of `codes`, how many words before it hold a code. */
    const before = new Uint32Array(codes.length + 1);
    codes.forEach((word, i) => {
      remainders |= word;
      before[i + 1] = (before[i] ?? 0) + (word === 0 ? 0 : 1);
    });
    const upTo = (word: number) => before[Math.min(word, codes.length)] ?? 0;
    for (let zone = 0; zone < this.remainders.length; zone++) {
      if (((this.remainders[zone] ?? 0) & remainders) === 0) continue;
      const words = upTo(((this.highest[zone] ?? 0) >>> 5) + 1) - upTo((this.lowest[zone] ?? 0) >>> 5);
      if (words > 0) onZone(zone * ZONE_SLOTS);
    }
  }
}

const zonesFor = (slots: number): number => (slots + ZONE_SLOTS - 1) >>> ZONE_BITS;
