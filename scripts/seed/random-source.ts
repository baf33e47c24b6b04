/** Numbers that look random and are the same for the same seed on every machine. */
export interface RandomSource {
  /** A whole number from 0 to below `below`. */
  below(below: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Early items far more often than late ones. */
  pickSkewed<Item>(items: readonly Item[]): Item;
  /** This many characters of 0-9a-f. */
  hex(length: number): string;
}

/** The source of one thing: what is drawn for it does not depend on what was drawn for others. */
export function randomSource(...seed: number[]): RandomSource {
  let state = seed.reduce((mixed, part) => mix(mixed ^ (part | 0)), 0x9e3779b9);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const pickAt = <Item>(items: readonly Item[], at: number): Item => {
    const item = items[at];
    if (item === undefined) throw new Error('picked from an empty list');
    return item;
  };
  return {
    below: (below) => Math.floor(next() * below),
    chance: (probability) => next() < probability,
    pick: (items) => pickAt(items, Math.floor(next() * items.length)),
    pickSkewed: (items) => pickAt(items, Math.floor(next() ** 2.5 * items.length)),
    hex(length) {
      let text = '';
      while (text.length < length) text += Math.floor(next() * 0x1_0000_0000).toString(16).padStart(8, '0');
      return text.slice(0, length);
    },
  };
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
