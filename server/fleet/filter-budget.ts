import type { CodeFilter } from './code-filter';

const sizeOf = ({ bits, accepted }: CodeFilter): number => (bits?.byteLength ?? 0) + accepted.byteLength + 200;

/** Keeps the memory of all columns' filters within bounds: the one that was asked longest ago leaves first. As much again may be reserved. */
export class FilterBudget {
  /** In the order of their last use. */
  private readonly uses = new Map<CodeFilter, { bytes: number; drop: () => void }>();
  private bytes = 0;
  private reserved = 0;

  constructor(private readonly maxBytes: number) {}

  /** Whether there is room for what is kept for good, beside the filters; it is taken then. */
  reserve(bytes: number): boolean {
    if (this.reserved + bytes > this.maxBytes) return false;
    this.reserved += bytes;
    return true;
  }

  release(bytes: number): void {
    this.reserved -= bytes;
  }

  add(filter: CodeFilter, drop: () => void): void {
    const bytes = sizeOf(filter);
    this.uses.set(filter, { bytes, drop });
    this.bytes += bytes;
    for (const [oldest, use] of this.uses) {
      if (this.bytes <= this.maxBytes || oldest === filter) break;
      this.uses.delete(oldest);
      this.bytes -= use.bytes;
      use.drop();
    }
  }

  touch(filter: CodeFilter): void {
    const use = this.uses.get(filter);
    if (use === undefined) return;
    this.uses.delete(filter);
    this.uses.set(filter, use);
  }
}
