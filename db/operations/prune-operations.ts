import { sql } from 'kysely';
import type { Db } from '../client';

const EXPIRED_DAYS = 1;
/** So long an edit can be undone; its history and audit stay. */
export const KEPT_DAYS = 30;

/** Forgets previews that nobody ran, and what ended long ago. An edit goes with its undo. Answers how many. */
export async function pruneOperations(db: Db): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    DELETE FROM operations
    WHERE state = 'previewed' AND expires_at < now() - ${EXPIRED_DAYS} * interval '1 day'
      OR state IN ('done', 'failed') AND created_at < now() - ${KEPT_DAYS} * interval '1 day'`.execute(db);
  return Number(numAffectedRows);
}
