import type { Selectable } from 'kysely';
import type { Actor } from '@/domain/actor';
import type { Operation } from '@/domain/operation';
import type { Db } from '../client';
import type { Operations } from '../schema';

export async function findOperation(db: Db, id: string): Promise<Operation | undefined> {
  const row = await operations(db).where('o.id', '=', id).executeTakeFirst();
  return row && operationOf(row);
}

/** Those that were run, newest first, older than `before`. */
export async function listOperations(db: Db, { limit, before }: { limit: number; before?: string }): Promise<Operation[]> {
  const rows = await operations(db)
    .where('o.state', '<>', 'previewed')
    .$if(before !== undefined, (query) => query.where('o.id', '<', before ?? ''))
    .orderBy('o.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(operationOf);
}

/** Those that somebody has to go on with. */
export async function unfinishedOperations(db: Db): Promise<Operation[]> {
  // uses operations_unfinished
  return (await operations(db).where('o.state', '=', 'running').orderBy('o.id').execute()).map(operationOf);
}

const operations = (db: Db) =>
  db.selectFrom('operations as o').leftJoin('operations as u', 'u.undoes', 'o.id').selectAll('o').select('u.id as undone_by');

function operationOf(row: Selectable<Operations> & { undone_by: string | null }): Operation {
  return {
    id: row.id,
    state: row.state,
    actor: { type: row.actor_type as Actor['type'], name: row.actor_name }, // written from an Actor
    action: row.action,
    reason: row.reason,
    query: row.query,
    set: row.patch.set,
    remove: row.patch.remove,
    undoes: row.undoes,
    undoneBy: row.undone_by,
    matched: row.matched,
    processed: row.processed,
    changed: row.changed,
    unchanged: row.unchanged,
    refused: row.refused,
    skipped: row.skipped,
    failure: row.failure,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}
