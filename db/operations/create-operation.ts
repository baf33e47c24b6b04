import { sql } from 'kysely';
import type { Actor } from '@/domain/actor';
import type { TagPatch } from '@/domain/tags';
import { uuidV7 } from '@/domain/uuid-v7';
import type { Db } from '../client';
import { type Picked, pickedIds } from '../picked-ids';

const CHUNK_ROWS = 5_000;

export interface NewOperation {
  state: 'previewed' | 'running';
  actor: Actor;
  action: string;
  reason?: string;
  query?: string;
  patch: TagPatch;
  resources: Picked;
  /** A test makes small ones. */
  chunkRows?: number;
}

/** Freezes which resources an edit is about. One statement, so that it is one moment's set; answers the operation's id. */
export async function createOperation(db: Db, { state, actor, action, reason, query, patch, resources, chunkRows = CHUNK_ROWS }: NewOperation): Promise<string> {
  const id = uuidV7();
  await sql`
    WITH placed AS (
      SELECT id, (row_number() OVER (ORDER BY id) - 1) / ${chunkRows}::integer AS place FROM (${pickedIds(resources)}) AS found
    ), frozen AS (
      INSERT INTO operation_chunks (operation_id, place, ids)
      SELECT ${id}::uuid, place, array_agg(id ORDER BY id) FROM placed GROUP BY place
      RETURNING cardinality(ids) AS size
    )
    INSERT INTO operations (id, state, actor_type, actor_name, action, reason, query, patch, matched, chunks, started_at)
    SELECT ${id}::uuid, ${state}, ${actor.type}, ${actor.name}, ${action}, ${reason ?? null}, ${query ?? null}, ${JSON.stringify(patch)}::jsonb,
      coalesce(sum(size), 0), count(*), CASE WHEN ${state} = 'running' THEN now() END
    FROM frozen`.execute(db);
  return id;
}
