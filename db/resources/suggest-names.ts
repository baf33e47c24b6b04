import { sql } from 'kysely';
import { fold } from '@/domain/fold';
import type { Kind } from '@/domain/kinds';
import type { Selector } from '@/domain/selector/tree';
import { escapeLike } from '@/domain/selector/wildcard';
import type { Db } from '../client';
import { matches } from '../matches';

export interface NamedResource {
  id: string;
  name: string;
  kind: Kind;
}

/** Resources of the query whose name begins with the text, in order of their names. */
export function suggestNames(db: Db, { selector, prefix, limit, now }: { selector: Selector; prefix: string; limit: number; now: Date }): Promise<NamedResource[]> {
  const start = `${escapeLike(fold(prefix))}%`;
  // uses resources_name: under collation "C" a prefix is a range of the index
  return db
    .selectFrom('resources as r')
    .select(['r.id', 'r.name', 'r.kind'])
    .where(sql<boolean>`r.name_fold LIKE ${start}`)
    .where(matches(selector, { now }))
    .orderBy('r.name_fold')
    .orderBy('r.name')
    .orderBy('r.id')
    .limit(limit)
    .execute();
}
