import { sql } from 'kysely';
import type { Db } from '../client';

/** Which of these ids have a row. */
export async function knownIds(db: Db, ids: string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('resources').select('id').where('id', '=', sql<string>`ANY(${ids}::uuid[])`).execute();
  return new Set(rows.map((row) => row.id));
}
