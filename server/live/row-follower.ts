import { isDeepStrictEqual } from 'node:util';
import type { ListNews } from '@/domain/list-news';
import type { LiveEvent, LiveRow } from '@/domain/live-row';

/** Undefined while it cannot be told for now, null when it never can. */
export type AskNews = () => Promise<ListNews | null | undefined>;

/** One open page: the rows it shows, which of them are to be read, and what it was not sent yet. */
export class RowFollower {
  readonly ids: ReadonlySet<string>;
  /** At first all of them: whatever the page missed before is made good. */
  readonly unread: Set<string>;
  private readonly unsent = new Map<string, LiveRow>();
  private news: ListNews | null | undefined;
  private hasNews = false;
  private ended = false;
  private wake: (() => void) | undefined;

  constructor(
    ids: readonly string[],
    /** Undefined for a page without a list. */
    readonly askNews?: AskNews,
  ) {
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

  /** What became of the page's list, said when it is something else than before. */
  takeNews(news: ListNews | null | undefined): void {
    if (news === undefined || isDeepStrictEqual(news, this.news)) return;
    this.news = news;
    this.hasNews = true;
    this.wake?.();
  }

  end(): void {
    this.ended = true;
    this.wake?.();
  }

  async *events(): AsyncGenerator<LiveEvent, void> {
    while (!this.ended) {
      if (this.unsent.size === 0 && !this.hasNews) {
        await new Promise<void>((resolve) => (this.wake = resolve));
        continue;
      }
      const rows = [...this.unsent.values()];
      const { news, hasNews } = this;
      this.unsent.clear();
      this.hasNews = false;
      yield hasNews && news !== undefined ? { rows, news } : { rows };
    }
  }
}
