import type { FeedRow } from '@/db/fleet/feed-row';
import type { FleetReader } from '@/db/fleet/fleet-reader';
import { applyChanges, touchedResources } from './apply-changes';
import { FeedCursor } from './feed-cursor';
import type { FleetIndex } from './fleet-index';
import type { IndexWriter } from './index-writer';
import type { LoadedFleet } from './load-fleet';

/** The index cannot go on from where it is: it has to be loaded anew. */
export class FeedGap extends Error {
  override readonly name = 'FeedGap';
}

/** More resources than this, and more than half of all, are quicker loaded than read again. */
const MANY_RESOURCES = 100_000;

/** Keeps one loaded index as fresh as the database, over the connection that loaded it. */
export class FleetFollower {
  readonly index: FleetIndex;
  private readonly writer: IndexWriter;
  private readonly feed: FeedCursor;
  private running: Promise<number> = Promise.resolve(0);
  private next: Promise<number> | undefined;
  private applying: Promise<void> | undefined;

  constructor(
    private readonly reader: FleetReader,
    { index, writer, watermark }: Pick<LoadedFleet, 'index' | 'writer' | 'watermark'>,
    feed = new FeedCursor(watermark),
  ) {
    this.index = index;
    this.writer = writer;
    this.feed = feed;
  }

  get cursor(): bigint {
    return this.feed.position;
  }

  /** The same index and place in the feed, over another connection. */
  reconnected(reader: FleetReader): FleetFollower {
    const { index, writer, feed } = this;
    return new FleetFollower(reader, { index, writer, watermark: feed.start }, feed);
  }

  /**
   * Resolves when everything that was committed before the call is in the index: by a catch-up that starts after the call, since one
   * that is under way may have read the feed already. Whoever asks meanwhile shares the next one. Answers how many rows of the feed it read.
   */
  catchUp(): Promise<number> {
    this.next ??= this.running.then(ignore, ignore).then(() => {
      this.next = undefined;
      return (this.running = this.readChanges());
    });
    return this.next;
  }

  /** Resolves while the index stands still: not halfway through the changes of a catch-up. It does until the next turn of the event loop. */
  async standing(): Promise<void> {
    await this.applying;
  }

  private async readChanges(): Promise<number> {
    const { rows, watermark } = await this.readFeed();
    if (rows.every(isHeartbeat)) {
      for (const row of rows) this.writer.applyHeartbeats(row);
      this.feed.advance(rows, watermark);
      return rows.length;
    }
    // Read once more, so that the feed and the rows it points to are of one moment.
    return this.reader.inSnapshot(async () => {
      const again = await this.readFeed();
      const changed = touchedResources(again.rows).size;
      if (changed > MANY_RESOURCES && changed * 2 > this.index.size) throw new FeedGap('most of the fleet has changed');
      await (this.applying = applyChanges(this.reader, this.index, this.writer, again.rows));
      this.applying = undefined;
      this.feed.advance(again.rows, again.watermark);
      return again.rows.length;
    });
  }

  private async readFeed() {
    const found = await this.reader.readFeed(this.feed.position, this.feed.seqs);
    const gap = this.feed.gapBefore(found.watermark);
    if (gap !== undefined) throw new FeedGap(gap);
    return found;
  }
}

const ignore = (): void => undefined;

/** Heartbeats carry all they have to say. */
const isHeartbeat = (row: FeedRow): boolean => row.what === 'h';
