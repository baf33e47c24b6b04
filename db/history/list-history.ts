import type { Actor } from '@/domain/actor';
import type { Db } from '../client';

export interface HistoryEntry {
  id: number;
  at: string;
  actor: Actor;
  /** The procedure that did it, such as `tags.edit`. */
  action: string;
  /** As in the selector: `status`, `tag:env`; `created` and `retired` for the resource itself. */
  field: string;
  oldValue: string | null;
  newValue: string | null;
}

interface HistoryQuery {
  resourceId: string;
  limit: number;
  /** Only entries older than this one. */
  before?: number;
}

/** What changed on one resource, newest first. */
export async function listHistory(db: Db, { resourceId, limit, before }: HistoryQuery): Promise<HistoryEntry[]> {
  // uses resource_history_resource (resource_id, id)
  const rows = await db
    .selectFrom('resource_history')
    .where('resource_id', '=', resourceId)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .select(['id', 'at', 'actor_type', 'actor_name', 'action', 'field', 'old_value', 'new_value'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actor: { type: row.actor_type as Actor['type'], name: row.actor_name }, // a CHECK allows no other type
    action: row.action,
    field: row.field,
    oldValue: row.old_value,
    newValue: row.new_value,
  }));
}
