import { sql } from 'kysely';
import type { Ancestor, ResourceDetail } from '@/domain/resource';
import type { Db } from '../client';
import { ROW_COLUMNS } from './rows-by-ids';

/** One resource with everything that is known of it, retired or not; its ancestors root first. */
export async function findResource(db: Db, id: string): Promise<ResourceDetail | undefined> {
  return db
    .selectFrom('resource_summary as s')
    .where('s.id', '=', id)
    .select([...ROW_COLUMNS, 's.annotations'])
    .select(ANCESTORS.as('ancestors'))
    .executeTakeFirst();
}

/** The database refuses more than 64 ancestors and circles; the bound keeps this walk finite whatever happens to it. */
const ANCESTORS = sql<Ancestor[]>`
  (WITH RECURSIVE up AS (
     SELECT p.id, p.name, p.kind, p.status, p.parent_id, 1 AS step FROM resources AS p WHERE p.id = s.parent_id
     UNION ALL
     SELECT p.id, p.name, p.kind, p.status, p.parent_id, up.step + 1 FROM up JOIN resources AS p ON p.id = up.parent_id WHERE up.step < 64
   )
   SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'kind', kind, 'status', status) ORDER BY step DESC), '[]') FROM up)`;

/** Whether there is a resource with this id, retired or not. */
export async function isResource(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('resources').where('id', '=', id).select('id').executeTakeFirst()) !== undefined;
}
