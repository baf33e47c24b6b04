import { sql } from 'kysely';
import type { Db } from '../client';

/** The annotations of these resources by id; one that has none is not there. */
export async function annotationsOf(db: Db, ids: readonly string[]): Promise<Map<string, Record<string, string>>> {
  const { rows } = await sql<{ id: string; annotations: Record<string, string> }>`
    SELECT resource_id AS id, jsonb_object_agg(key, value) AS annotations FROM resource_annotations
    WHERE resource_id = ANY(${ids}::uuid[]) GROUP BY resource_id`.execute(db);
  return new Map(rows.map(({ id, annotations }) => [id, annotations]));
}
