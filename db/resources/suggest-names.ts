import { sql } from 'kysely';
import { fold } from '@/domain/fold';
import type { Selector } from '@/domain/selector/tree';
import { escapeLike } from '@/domain/selector/wildcard';
import type { Db } from '../client';
import { matches } from '../matches';

export interface NamedResource {
  id: string;
  name: string;
  kind: string;
}

export interface NamesQuery {
  selector: Selector;
  prefix: string;
  limit: number;
  now: Date;
  /** Every resource, or the first of each name, whatever its case. */
  each: 'resource' | 'name';
}

/** Resources of the query whose name begins with the text, in order of their names. */
export async function suggestNames(db: Db, { selector, prefix, limit, now, each }: NamesQuery): Promise<NamedResource[]> {
  const start = `${escapeLike(fold(prefix))}%`;
  // uses resources_name: under collation "C" a prefix is a range of the index, and from each name it jumps to the next
  const fitting = sql`SELECT r.id, r.name, r.kind, r.name_fold FROM resources AS r WHERE r.name_fold LIKE ${start} AND ${matches(selector, { now })}`;
  const inOrder = sql`ORDER BY r.name_fold, r.name, r.id`;
  const query =
    each === 'resource'
      ? sql<NamedResource>`SELECT id, name, kind FROM (${fitting} ${inOrder} LIMIT ${limit}) AS named`
      : sql<NamedResource>`
        WITH RECURSIVE named AS (
          (${fitting} ${inOrder} LIMIT 1)
          UNION ALL
          SELECT later.* FROM named CROSS JOIN LATERAL (${fitting} AND r.name_fold > named.name_fold ${inOrder} LIMIT 1) AS later
        ) SELECT id, name, kind FROM named LIMIT ${limit}`;
  return (await query.execute(db)).rows;
}
