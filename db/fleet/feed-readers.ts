import { sql } from 'kysely';
import type { Db } from '../client';

/** Says that this process reads the feed from the cursor on. Without a cursor: from now on. */
export async function beatReader(db: Db, process: string, cursor?: bigint): Promise<void> {
  const from = cursor === undefined ? sql`pg_snapshot_xmin(pg_current_snapshot())` : sql`${String(cursor)}::xid8`;
  await sql`
    INSERT INTO feed_readers (process, cursor, beat_at) VALUES (${process}, ${from}, now())
    ON CONFLICT (process) DO UPDATE SET cursor = excluded.cursor, beat_at = excluded.beat_at`.execute(db);
}

export async function forgetReader(db: Db, process: string): Promise<void> {
  await db.deleteFrom('feed_readers').where('process', '=', process).execute();
}
