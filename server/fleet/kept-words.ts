import type { Bits } from './bits';

/** At a million resources a set takes 125 kB. */
const MAX_KEPT = 16;

/** What free text found lately, for as long as the index stays at the version: a page asks for its list, its facets and its groups under the same words. */
export class KeptWords {
  private readonly kept = new Map<string, { version: number; bits: Bits }>();

  find(word: string, version: number): Bits | undefined {
    const known = this.kept.get(word);
    return known?.version === version ? known.bits : undefined;
  }

  keep(word: string, version: number, bits: Bits): void {
    this.kept.delete(word);
    this.kept.set(word, { version, bits });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MAX_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }
}
