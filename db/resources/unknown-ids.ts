import { sql } from 'kysely';
import type { Db } from '../client';

/** Those of the ids that no resource has, in their order. */
export async function unknownIds(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS named(id, place)
    WHERE NOT EXISTS (SELECT FROM resources AS r WHERE r.id = named.id) ORDER BY place`.execute(db);
  return rows.map(({ id }) => id);
}
