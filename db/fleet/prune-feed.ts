import { sql } from 'kysely';
import type { Db } from '../client';

export interface PruneOptions {
  /** A reader that was not heard of for this long is forgotten; should it come back, it loads anew. */
  readerSilenceMs?: number;
  /** Rows younger than this stay in any case. */
  keepMs?: number;
}

/** Removes what every living reader has read. One process at a time; answers how many rows left. */
export async function pruneFeed(db: Db, { readerSilenceMs = 60_000, keepMs = 300_000 }: PruneOptions = {}): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows: locks } = await sql<{ free: boolean }>`SELECT pg_try_advisory_xact_lock(hashtext('gosight.prune_feed')) AS free`.execute(tx);
    if (locks[0]?.free !== true) return 0;
    await sql`DELETE FROM feed_readers WHERE beat_at < now() - ${readerSilenceMs} * interval '1 millisecond'`.execute(tx);
    // A reader that registers now is not seen here, and starts at or above this statement's own horizon.
    const { rows } = await sql<{ pruned: number }>`
      WITH horizon AS (
        SELECT least(pg_snapshot_xmin(pg_current_snapshot()), (SELECT min(cursor) FROM feed_readers)) AS xid
      ), gone AS (
        DELETE FROM resource_changes c USING horizon
        WHERE c.xid < horizon.xid AND c.at < now() - ${keepMs} * interval '1 millisecond' RETURNING c.xid
      ), moved AS (
        UPDATE feed_pruning SET pruned_below = greatest(pruned_below, (SELECT ((max(xid)::text::numeric + 1)::text)::xid8 FROM gone)) RETURNING 1
      )
      SELECT (SELECT count(*) FROM gone) AS pruned, (SELECT count(*) FROM moved)`.execute(tx);
    return rows[0]?.pruned ?? 0;
  });
}
