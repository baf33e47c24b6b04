import { sql } from 'kysely';
import { connect, type Db } from '@/db/client';

const ROWS_PER_STATEMENT = 10_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Puts a database that was just filled into the state of one in use: vacuumed, and each row of the view read once. What is measured
 * then is neither the disk nor autovacuum after the load.
 */
export async function settleDatabase(databaseUrl: string): Promise<void> {
  const db = connect(databaseUrl);
  await sql`VACUUM (ANALYZE)`.execute(db);
  for (let after: string | null = FIRST_ID; after !== null; ) after = await readRowsAfter(db, after);
  await db.destroy();
}

/** Answers the last id that was read, null when there is none. */
async function readRowsAfter(db: Db, id: string): Promise<string | null> {
  const { rows } = await sql<{ last: string | null }>`
    SELECT (array_agg(s.id ORDER BY s.id DESC))[1] AS last, count(s::text)
    FROM (SELECT * FROM resource_summary WHERE id > ${id}::uuid ORDER BY id LIMIT ${ROWS_PER_STATEMENT}) AS s`.execute(db);
  return rows[0]?.last ?? null;
}
