import { sql } from 'kysely';
import type { Db } from '../../client';

interface HeldResource {
  release: () => Promise<void>;
  /** How many sessions of this database wait for a lock. */
  waiting: () => Promise<number>;
}

/** Locks a resource as somebody does who is just editing it. */
export async function holdResource(db: Db, id: string): Promise<HeldResource> {
  const held = await db.startTransaction().execute();
  await sql`SELECT FROM resources WHERE id = ${id} FOR UPDATE`.execute(held);
  return {
    release: () => held.commit().execute(),
    async waiting() {
      const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(db);
      return rows[0]?.n ?? 0;
    },
  };
}
