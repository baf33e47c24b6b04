import type { LiveRow } from '@/domain/live-row';

/** One open page: the rows it shows, which of them are to be read, and what it was not sent yet. */
export class RowFollower {
  readonly ids: ReadonlySet<string>;
  /** At first all of them: whatever the page missed before is made good. */
  readonly unread: Set<string>;
  private readonly unsent = new Map<string, LiveRow>();
  private ended = false;
  private wake: (() => void) | undefined;

  constructor(ids: readonly string[]) {
    this.ids = new Set(ids);
    this.unread = new Set(ids);
  }

  /** What was read of the rows that were asked for. The latest values take the place of those that a slow page has not fetched. */
  take(asked: ReadonlySet<string>, rows: ReadonlyMap<string, LiveRow>): void {
    for (const id of this.unread) {
      if (!asked.has(id)) continue;
      this.unread.delete(id);
      const row = rows.get(id);
      if (row !== undefined) this.unsent.set(id, row);
    }
    if (this.unsent.size > 0) this.wake?.();
  }

  end(): void {
    this.ended = true;
    this.wake?.();
  }

  async *events(): AsyncGenerator<LiveRow[], void> {
    while (!this.ended) {
      if (this.unsent.size === 0) {
        await new Promise<void>((resolve) => (this.wake = resolve));
        continue;
      }
      const rows = [...this.unsent.values()];
      this.unsent.clear();
      yield rows;
    }
  }
}
