import { sql } from 'kysely';
import type { Db } from '../client';

/** Runs what was previewed, once; what failed goes on where it stopped. What runs, is done or has expired stays as it is. */
export async function startOperation(db: Db, id: string): Promise<void> {
  await sql`
    UPDATE operations AS o SET state = 'running', started_at = coalesce(started_at, now()), failure = NULL
    WHERE id = ${id} AND (
      state = 'previewed' AND expires_at > now()
      OR state = 'failed' AND NOT EXISTS (SELECT FROM operations AS u WHERE u.undoes = o.id)
    )`.execute(db);
}

/** Stops at an error that would come again. */
export async function failOperation(db: Db, id: string, failure: string): Promise<void> {
  await db.updateTable('operations').where('id', '=', id).where('state', '=', 'running').set({ state: 'failed', failure }).execute();
}
