import { type Transaction, sql } from 'kysely';
import type { Actor } from '@/domain/actor';
import type { Db } from './client';
import type { DB } from './schema';

declare const recorded: unique symbol;

/** A transaction whose outcome will be recorded. Only `writeTx` makes one, so a write cannot go unrecorded. */
export type WriteTx = Transaction<DB> & { readonly [recorded]: true };

/** One field of one resource, named as in the selector (`status`, `tag:env`); null: not there. */
export interface ResourceChange {
  resourceId: string;
  field: string;
  oldValue: string | null;
  newValue: string | null;
}

/** One field of one saved view; null: the view is not there. */
export interface ViewChange {
  viewId: string;
  field: string;
  oldValue: string | null;
  newValue: string | null;
}

export interface WriteIntent {
  actor: Actor;
  /** The procedure's own path, such as `tags.edit`. */
  action: string;
  reason?: string;
  /** The edit of many resources that this is a part of. */
  operationId?: string;
}

export interface Written<Result> {
  result: Result;
  changes: ResourceChange[];
  views?: ViewChange[];
}

const DEADLOCK = '40P01';
const UNIQUE_VIOLATION = '23505';
const MAX_ATTEMPTS = 5;

/** Tells every process to look at the feed; it carries nothing. */
export const FEED_CHANNEL = 'gosight_changes';

/**
 * Runs `work` in one transaction and writes down what it changed: history for every change of content, audit with the exact
 * inverse when a person acts, and one NOTIFY. Tried again from the start on a deadlock or a lost race for a unique key.
 */
export async function writeTx<Result>(db: Db, intent: WriteIntent, work: (tx: WriteTx) => Promise<Written<Result>>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async (trx) => {
        // The brand exists only in the type; this is the one place that grants it.
        const { result, changes, views = [] } = await work(trx as WriteTx);
        await recordHistory(trx, intent, changes);
        await recordAudit(trx, intent, [...changes, ...views]);
        await sql`SELECT pg_notify(${FEED_CHANNEL}, '')`.execute(trx);
        return result;
      });
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isLostRace(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
    }
  }
}

function isLostRace(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === DEADLOCK || error.code === UNIQUE_VIOLATION;
}

async function recordHistory(trx: Transaction<DB>, { actor, action }: WriteIntent, changes: ResourceChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    INSERT INTO resource_history (resource_id, actor_type, actor_name, action, field, old_value, new_value)
    SELECT u."resourceId", ${actor.type}, ${actor.name}, ${action}, u.field, u."oldValue", u."newValue"
    FROM json_to_recordset(${JSON.stringify(changes)}::json) AS u("resourceId" uuid, field text, "oldValue" text, "newValue" text)`.execute(trx);
}

async function recordAudit(trx: Transaction<DB>, { actor, action, reason, operationId }: WriteIntent, changes: (ResourceChange | ViewChange)[]): Promise<void> {
  if (changes.length === 0 || actor.type !== 'person') return;
  const inverse = changes.map((change) => ({ ...change, oldValue: change.newValue, newValue: change.oldValue }));
  await trx
    .insertInto('audit')
    .values({
      actor_type: actor.type,
      actor_name: actor.name,
      action,
      reason: reason ?? null,
      operation_id: operationId ?? null,
      changes: JSON.stringify(changes),
      inverse: JSON.stringify(inverse),
    })
    .execute();
}
