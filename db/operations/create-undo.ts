import { sql } from 'kysely';
import type { Actor } from '@/domain/actor';
import { uuidV7 } from '@/domain/uuid-v7';
import type { Db } from '../client';

/**
 * Makes the operation that puts back what an ended one wrote, to the same resources in the same chunks. Nothing is made while the other
 * runs, or when it was taken back already.
 */
export function createUndo(db: Db, { undoes, actor, action }: { undoes: string; actor: Actor; action: string }): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const ended = await tx.selectFrom('operations').where('id', '=', undoes).where('state', 'in', ['done', 'failed']).select('id').forUpdate().executeTakeFirst();
    const undo = await tx.selectFrom('operations').where('undoes', '=', undoes).select('id').executeTakeFirst();
    if (ended === undefined || undo !== undefined) return;
    const id = uuidV7();
    await sql`
      WITH frozen AS (
        INSERT INTO operation_chunks (operation_id, place, ids)
        SELECT ${id}::uuid, c.place, ARRAY(SELECT DISTINCT (tag ->> 'resourceId')::uuid AS id FROM json_array_elements(c.touched) AS tag ORDER BY id)
        FROM operation_chunks AS c WHERE c.operation_id = ${undoes}
        RETURNING cardinality(ids) AS size
      )
      INSERT INTO operations (id, state, actor_type, actor_name, action, patch, undoes, matched, chunks, started_at)
      SELECT ${id}::uuid, 'running', ${actor.type}, ${actor.name}, ${action}, '{"set": {}, "remove": []}', ${undoes}::uuid, coalesce(sum(size), 0), count(*), now()
      FROM frozen`.execute(tx);
  });
}
