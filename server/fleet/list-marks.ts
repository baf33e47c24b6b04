import { randomUUID } from 'node:crypto';
import type { ListNews } from '@/domain/list-news';
import type { Selector } from '@/domain/selector/tree';
import type { Bits } from './bits';

/** At a million resources a mark is 125 kB. */
const MAX_MARKS = 256;

/** A list as it was when it was read. */
export interface ListMark {
  readonly selector: Selector;
  readonly members: Bits;
  /** The version of the index that it was read from. */
  readonly version: number;
  /** What was found out last. */
  told: { version: number; atMs: number; news: ListNews } | undefined;
}

/** The lists that were read lately, so that it can be said what became of them. Those nobody asks about are forgotten first. */
export class ListMarks {
  private readonly marks = new Map<string, ListMark>();

  keep(selector: Selector, members: Bits, version: number): string {
    const name = randomUUID();
    this.marks.set(name, { selector, members: members.slice(), version, told: undefined });
    const [oldest] = this.marks.keys();
    if (this.marks.size > MAX_MARKS && oldest !== undefined) this.marks.delete(oldest);
    return name;
  }

  find(name: string): ListMark | undefined {
    const mark = this.marks.get(name);
    if (mark !== undefined) {
      this.marks.delete(name);
      this.marks.set(name, mark);
    }
    return mark;
  }
}
