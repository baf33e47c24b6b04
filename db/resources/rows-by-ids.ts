import { sql } from 'kysely';
import type { ResourceRow } from '@/domain/resource';
import type { Db } from '../client';
import { prepared } from '../prepared';

/** The names that JSON gives the view's columns: every field of a row. */
export const ROW_COLUMNS = [
  's.id', 's.kind', 's.name', 's.display_name as displayName', 's.group_name as group', 's.parent_id as parentId',
  's.parent_name as parentName', 's.parent_kind as parentKind', 's.child_count as childCount', 's.status',
  's.last_seen as lastSeen', 's.first_seen as firstSeen', 's.created_at as createdAt', 's.updated_at as updatedAt',
  's.location', 's.environment', 's.owner', 's.platform', 's.runtime', 's.version', 's.os', 's.arch',
  's.ip_address as ipAddress', 's.resource_type as resourceType', 's.cluster', 's.namespace', 's.labels', 's.tags',
  's.revision', 's.retired_at as retiredAt',
] as const;

/** The rows of these resources, in this order. An id that is gone is left out. */
export async function rowsByIds(db: Db, ids: readonly string[]): Promise<ResourceRow[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom(sql<{ id: string; place: number }>`unnest(${ids}::uuid[]) WITH ORDINALITY`.as<'wanted'>(sql`wanted(id, place)`))
    .innerJoin('resource_summary as s', 's.id', 'wanted.id')
    .modifyFront(prepared('rows-by-ids'))
    .select(ROW_COLUMNS)
    .orderBy('wanted.place')
    .execute();
}
