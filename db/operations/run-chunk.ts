import { type RawBuilder, sql } from 'kysely';
import type { Operation, ResultOutcome } from '@/domain/operation';
import type { TagPatch } from '@/domain/tags';
import type { Db } from '../client';
import { wantedByPatch } from '../plan-tags';
import { writeTags } from '../write-tags';
import { type Written, type WriteTx, writeTx } from '../write-tx';

/** `held`: others are at all that is left, or there is nothing to do. */
export type ChunkEnd = 'more' | 'finished' | 'held';

/** Does the next chunk of a running operation, and all that is to be known about it, in one transaction. */
export function runChunk(db: Db, { id, actor, action, reason }: Operation): Promise<ChunkEnd> {
  const intent = { actor, action, operationId: id, ...(reason === null ? {} : { reason }) };
  return writeTx(db, intent, (tx) => runNext(tx, id));
}

interface NextChunk {
  place: number;
  ids: string[];
  patch: TagPatch;
  undoes: string | null;
}

async function runNext(tx: WriteTx, id: string): Promise<Written<ChunkEnd>> {
  const next = await takeNext(tx, id);
  if (next === undefined) {
    await finishEmpty(tx, id);
    return { result: 'held', changes: [] };
  }
  // A chunk is a small part of its tables: looked up by their keys, never by reading them whole.
  await sql`SELECT set_config('gosight.bulk', 'on', true), set_config('random_page_cost', '1.1', true)`.execute(tx);
  await lockResources(tx, id, next.place);
  const { verdicts, touched, changes } = await writeTags(tx, wantedBy(next, id));
  const outcomes = next.ids.map((each): ResultOutcome => verdicts.get(each)?.outcome ?? 'gone');
  await tx
    .updateTable('operation_chunks')
    .set({ outcomes, touched: JSON.stringify(touched) })
    .where('operation_id', '=', id)
    .where('place', '=', next.place)
    .execute();
  return { result: await countChunk(tx, id, outcomes), changes };
}

/** The ids stay in the database: thousands of them as text, there and back, cost more than the locks. */
const isInChunk = (operation: string, place: number) =>
  sql`r.id = ANY((SELECT ids FROM operation_chunks WHERE operation_id = ${operation} AND place = ${place})::uuid[])`;

/** Before their tags are read: whoever else edits them waits, or has ended. */
async function lockResources(tx: WriteTx, operation: string, place: number): Promise<void> {
  await sql`SELECT count(*) FROM (SELECT FROM resources AS r WHERE ${isInChunk(operation, place)} ORDER BY r.id FOR NO KEY UPDATE) AS locked`.execute(tx);
}

/** Locks the first chunk that is neither done nor locked, so that each is done once, whoever else is at the operation. An undo waits for all that began. */
async function takeNext(tx: WriteTx, id: string): Promise<NextChunk | undefined> {
  return tx
    .selectFrom('operations as o')
    .innerJoin('operation_chunks as c', 'c.operation_id', 'o.id')
    .where('o.id', '=', id)
    .where('o.state', '=', 'running')
    .where('c.outcomes', 'is', null)
    .select(['c.place', 'c.ids', 'o.patch', 'o.undoes'])
    .orderBy('c.place')
    .limit(1)
    .forKeyShare('o')
    .forNoKeyUpdate('c')
    .skipLocked()
    .executeTakeFirst();
}

/** What the chunk wants of its resources that are still there. A chunk of an undo is of the same resources as the one that it undoes. */
function wantedBy({ patch, undoes, place }: NextChunk, id: string): RawBuilder<unknown> {
  if (undoes === null) return wantedByPatch(sql`(SELECT r.id AS resource_id FROM resources AS r WHERE ${isInChunk(id, place)})`, patch);
  return sql`
    SELECT x."resourceId" AS resource_id, x.key, x."oldValue" AS value, x."oldFold" AS value_fold, x."oldOrigin" AS origin,
      x."wasRemoved" AS removed, x."newValue" AS expected, true AS is_checked
    FROM operation_chunks AS c
    CROSS JOIN json_to_recordset(c.touched) AS x("resourceId" uuid, key text, "oldValue" text, "oldFold" text, "oldOrigin" text, "wasRemoved" boolean, "newValue" text)
    WHERE c.operation_id = ${undoes} AND c.place = ${place} AND EXISTS (SELECT FROM resources AS r WHERE r.id = x."resourceId")`;
}

/** An edit of nothing has no chunk with which it would end. */
async function finishEmpty(tx: WriteTx, id: string): Promise<void> {
  await tx.updateTable('operations').where('id', '=', id).where('state', '=', 'running').where('chunks', '=', 0).set({ state: 'done', finished_at: sql`now()` }).execute();
}

async function countChunk(tx: WriteTx, id: string, outcomes: ResultOutcome[]): Promise<ChunkEnd> {
  const count = (...wanted: ResultOutcome[]) => outcomes.filter((outcome) => wanted.includes(outcome)).length;
  const { rows } = await sql<{ state: Operation['state'] }>`
    UPDATE operations SET chunks_done = chunks_done + 1, processed = processed + ${outcomes.length}, changed = changed + ${count('changed')},
      unchanged = unchanged + ${count('unchanged')}, refused = refused + ${count('refused')}, skipped = skipped + ${count('skipped', 'gone')},
      state = CASE WHEN chunks_done + 1 < chunks THEN state ELSE 'done' END, finished_at = CASE WHEN chunks_done + 1 < chunks THEN NULL ELSE now() END
    WHERE id = ${id} RETURNING state`.execute(tx);
  return rows[0]?.state === 'running' ? 'more' : 'finished';
}
