import type { Db } from '@/db/client';
import { changedAmong, type FeedPlace } from '@/db/live/changed-among';
import { liveRows } from '@/db/live/live-rows';
import type { LiveEvent } from '@/domain/live-row';
import { AppError } from '../errors';
import { type AskNews, RowFollower } from './row-follower';

/** Many pages whose lists take long to compare are told more rarely: after each round it rests for so many times as long. */
const NEWS_PAUSE = 4;

export interface LiveFeedOptions {
  db: () => Db;
  log: { warn: (details: object, message: string) => void };
  /** How long between two looks at the feed. */
  everyMs?: number;
  maxFollowers?: number;
}

/**
 * Tells open pages what became of the rows they show, and of their lists. All pages of the process are served by one look at the feed and
 * one read of the rows that it names; while nobody follows, nothing runs.
 */
export class LiveFeed {
  private readonly followers = new Set<RowFollower>();
  private place: FeedPlace | undefined;
  private running = false;
  private failing = false;
  private wake: (() => void) | undefined;
  private tellsNews = false;
  private newsDueAt = 0;

  constructor(private readonly options: LiveFeedOptions) {}

  get size(): number {
    return this.followers.size;
  }

  /** First the present values of these rows, then what changes, until one of the signals is aborted. Ids that name nothing are passed over. */
  follow(ids: readonly string[], signals: readonly AbortSignal[], askNews?: AskNews): AsyncGenerator<LiveEvent, void> {
    const { maxFollowers = 500 } = this.options;
    if (this.followers.size >= maxFollowers) {
      throw new AppError('unavailable', `${maxFollowers} pages follow their rows here already. This one shows them as they were read.`);
    }
    const follower = new RowFollower(ids, askNews);
    // Whoever reads the events may never begin, or never come back: a signal is what always comes.
    const end = (): void => {
      for (const signal of signals) signal.removeEventListener('abort', end);
      this.followers.delete(follower);
      follower.end();
      this.wake?.();
    };
    for (const signal of signals) signal.addEventListener('abort', end);
    this.followers.add(follower);
    if (signals.some((signal) => signal.aborted)) end();
    else this.lookSoon();
    return follower.events();
  }

  private lookSoon(): void {
    if (this.running) this.wake?.();
    else void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    let dueAt = 0;
    while (this.followers.size > 0) {
      const woken = new Promise<void>((resolve) => (this.wake = resolve));
      // Who comes in between has its rows read at once; the feed is looked at for all together.
      const isDue = performance.now() >= dueAt || this.place === undefined;
      if (isDue) dueAt = performance.now() + (this.options.everyMs ?? 1_000);
      void this.tellNews();
      await this.attempt(isDue);
      await pause(dueAt - performance.now(), woken);
    }
    this.running = false;
    this.place = undefined;
  }

  private async attempt(isDue: boolean): Promise<void> {
    try {
      const db = this.options.db();
      if (isDue) await this.findUnread(db);
      await this.readUnread(db);
      this.failing = false;
    } catch (error) {
      // Without a place everything counts as changed, so that nothing is missed.
      this.place = undefined;
      if (!this.failing) this.options.log.warn({ err: error }, 'open pages do not follow the registry for now; it is tried again');
      this.failing = true;
    }
  }

  /** Rows do not wait for it: an index that catches up takes its time. */
  private async tellNews(): Promise<void> {
    if (this.tellsNews || performance.now() < this.newsDueAt) return;
    this.tellsNews = true;
    const startedAt = performance.now();
    await Promise.all([...this.followers].map(async (follower) => follower.takeNews(await follower.askNews?.().catch(untold))));
    this.newsDueAt = performance.now() + NEWS_PAUSE * (performance.now() - startedAt);
    this.tellsNews = false;
  }

  private async findUnread(db: Db): Promise<void> {
    const { place, changed } = await changedAmong(db, [...this.idsOf((follower) => follower.ids)], this.place);
    this.place = place;
    for (const { ids, unread } of this.followers) {
      for (const id of ids) if (changed === undefined || changed.has(id)) unread.add(id);
    }
  }

  private async readUnread(db: Db): Promise<void> {
    const asked = this.idsOf((follower) => follower.unread);
    const rows = new Map((await liveRows(db, [...asked])).map((row) => [row.id, row]));
    for (const follower of this.followers) follower.take(asked, rows);
  }

  private idsOf(pick: (follower: RowFollower) => ReadonlySet<string>): Set<string> {
    return new Set([...this.followers].flatMap((follower) => [...pick(follower)]));
  }
}

/** The rows' own look at the database has said why. */
const untold = (): undefined => undefined;

/** Until the time is over or somebody comes. */
async function pause(ms: number, woken: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms).unref()));
  await Promise.race([over, woken]).finally(() => clearTimeout(timer));
}
