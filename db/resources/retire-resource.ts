import { sql } from 'kysely';
import type { Written, WriteTx } from '../write-tx';

export type RetireOutcome = 'done' | 'unchanged' | 'not-found';

/** Takes a resource out of service; its children keep it as their parent. */
export const retireResource = (tx: WriteTx, id: string): Promise<Written<RetireOutcome>> => setRetired(tx, id, true);

/** Brings a retired resource back. */
export const restoreResource = (tx: WriteTx, id: string): Promise<Written<RetireOutcome>> => setRetired(tx, id, false);

async function setRetired(tx: WriteTx, id: string, retired: boolean): Promise<Written<RetireOutcome>> {
  const before = await tx.selectFrom('resources').where('id', '=', id).select('retired_at').forNoKeyUpdate().executeTakeFirst();
  if (before === undefined) return { result: 'not-found', changes: [] };
  if ((before.retired_at !== null) === retired) return { result: 'unchanged', changes: [] };
  const after = await tx
    .updateTable('resources')
    .set({ retired_at: retired ? sql`now()` : null, revision: sql`revision + 1`, updated_at: sql`now()` })
    .where('id', '=', id)
    .returning('retired_at')
    .executeTakeFirstOrThrow();
  return { result: 'done', changes: [{ resourceId: id, field: 'retired', oldValue: before.retired_at, newValue: after.retired_at }] };
}
