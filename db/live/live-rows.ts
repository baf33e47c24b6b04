import type { LiveRow } from '@/domain/live-row';
import type { Db } from '../client';

/** These resources as they are now; an id that is gone is left out. */
export async function liveRows(db: Db, ids: readonly string[]): Promise<LiveRow[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('resource_summary')
    .select(['id', 'status', 'last_seen as lastSeen', 'tags', 'revision', 'retired_at as retiredAt'])
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute();
}
