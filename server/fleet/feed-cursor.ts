import type { FeedRow, FeedWatermark } from '@/db/fleet/feed-row';

/**
 * How far the feed has been read: everything of transactions below the cursor, and these rows at or above it. Transactions commit in
 * another order than they began, so that rows turn up above the cursor as long as an older transaction runs.
 */
export class FeedCursor {
  position: bigint;
  private applied = new Map<bigint, bigint>();

  constructor(readonly start: FeedWatermark) {
    this.position = start.cursor;
  }

  /** The rows at or above the cursor that need not be read again. */
  get seqs(): bigint[] {
    return [...this.applied.keys()];
  }

  /** Why what was read does not follow on from here; undefined: it does. */
  gapBefore(found: FeedWatermark): string | undefined {
    if (found.database !== this.start.database) return 'this is another database';
    if (found.prunedBelow > this.position) return 'the feed was pruned beyond this reader';
    if (found.cursor < this.position) return 'the database went back in time';
    return undefined;
  }

  advance(rows: readonly FeedRow[], { cursor }: FeedWatermark): void {
    for (const { seq, xid } of rows) this.applied.set(seq, xid);
    this.position = cursor;
    for (const [seq, xid] of this.applied) if (xid < cursor) this.applied.delete(seq);
  }
}
