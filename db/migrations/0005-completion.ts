import { type Kysely, sql } from 'kysely';

/** The orders in which completion jumps from one address, one key and one value to the next. */
export async function up(db: Kysely<never>): Promise<void> {
  // A pasted list looks addresses up by it too.
  await sql`CREATE INDEX resources_ip ON resources (lower(ip_address)) WHERE retired_at IS NULL`.execute(db);
  // Annotations may be longer than an index takes: only what is short enough to be chosen from a list is in it whole.
  await sql`CREATE INDEX resource_annotations_values ON resource_annotations (lower(key), left(value_fold, 64))`.execute(db);
}
