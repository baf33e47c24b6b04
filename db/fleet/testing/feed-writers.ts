import { type ControlledTransaction, sql } from 'kysely';
import type { Db } from '../../client';
import type { DB } from '../../schema';
import { fold } from '@/domain/fold';

/** A transaction that has written already, so that it has its place among the others, and ends when the test says. */
export async function openTransaction(db: Db): Promise<ControlledTransaction<DB>> {
  const tx = await db.startTransaction().execute();
  await sql`SELECT pg_current_xact_id()`.execute(tx);
  return tx;
}

/** Sets one tag as a person does. */
export async function tag(db: Db, id: string, key: string, value: string): Promise<void> {
  await sql`
    INSERT INTO resource_tags (resource_id, key, value, value_fold, origin) VALUES (${id}, ${key}, ${value}, ${fold(value)}, 'person')
    ON CONFLICT (resource_id, key) DO UPDATE SET value = excluded.value, value_fold = excluded.value_fold`.execute(db);
}

/** Nobody reads or writes the table until the transaction ends. */
export async function lockedTable(db: Db, table: 'resources' | 'resource_tags' | 'feed_pruning'): Promise<ControlledTransaction<DB>> {
  const tx = await db.startTransaction().execute();
  await sql`LOCK TABLE ${sql.table(table)} IN ACCESS EXCLUSIVE MODE`.execute(tx);
  return tx;
}

/** How many connections of fleet indexes wait for a lock. */
export async function waitingReaders(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'gosight-fleet' AND wait_event_type = 'Lock'`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Ends the connections of all fleet indexes of this database, as a restart of the server would. */
export async function killReaders(db: Db): Promise<void> {
  await sql`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'gosight-fleet'`.execute(db);
}

export async function countFeedRows(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM resource_changes`.execute(db);
  return rows[0]?.n ?? 0;
}
