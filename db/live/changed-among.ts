import { sql } from 'kysely';
import type { Db } from '../client';

/** How far the feed was read: everything below the cursor, and of what lies above it these rows. */
export interface FeedPlace {
  cursor: string;
  /** Transactions commit in another order than they began: what is read already would be found again above the cursor. */
  above: string[];
}

export interface FoundChanges {
  place: FeedPlace;
  /** Undefined when it cannot be told: each of them may have changed. */
  changed: ReadonlySet<string> | undefined;
}

/** Which of these resources the feed has named since `place`; without a place, only where the feed stands now. */
export async function changedAmong(db: Db, ids: readonly string[], place: FeedPlace | undefined): Promise<FoundChanges> {
  const { cursor = null, above = [] } = place ?? {};
  // One statement, so that all of it is of one snapshot; uses resource_changes_xid.
  const { rows } = await sql<{ cursor: string; above: string[]; changed: string[]; follows: boolean | null }>`
    SELECT
      pg_snapshot_xmin(pg_current_snapshot())::text AS cursor,
      ARRAY(SELECT seq::text FROM resource_changes WHERE xid >= pg_snapshot_xmin(pg_current_snapshot())) AS above,
      ARRAY(
        SELECT DISTINCT touched.id FROM resource_changes c, unnest(c.ids) touched(id)
        WHERE c.xid >= ${cursor}::xid8 AND c.seq <> ALL (${above}::bigint[]) AND touched.id = ANY (${ids}::uuid[])
      ) AS changed,
      (SELECT pruned_below FROM feed_pruning) <= ${cursor}::xid8 AND pg_snapshot_xmin(pg_current_snapshot()) >= ${cursor}::xid8 AS follows`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error('the feed did not say where it stands');
  return { place: { cursor: found.cursor, above: found.above }, changed: found.follows === true ? new Set(found.changed) : undefined };
}
