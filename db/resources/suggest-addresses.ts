import { sql } from 'kysely';
import type { FacetValue } from '@/domain/facet-counts';
import { fold } from '@/domain/fold';
import type { Selector } from '@/domain/selector/tree';
import { escapeLike } from '@/domain/selector/wildcard';
import type { Db } from '../client';
import { matches } from '../matches';

export interface AddressQuery {
  selector: Selector;
  prefix: string;
  limit: number;
  now: Date;
}

/** Addresses of the query's resources that begin with the text: those that most have first, those as frequent in the order of their text. */
export async function suggestAddresses(db: Db, { selector, prefix, limit, now }: AddressQuery): Promise<FacetValue[]> {
  // uses resources_ip
  const { rows } = await sql<{ count: number; spelled: string[] }>`
    SELECT sum(n)::bigint AS count, array_agg(raw ORDER BY n DESC, raw) AS spelled
    FROM (
      SELECT lower(r.ip_address) AS folded, r.ip_address AS raw, count(*) AS n
      FROM resources AS r
      WHERE lower(r.ip_address) LIKE ${`${escapeLike(fold(prefix))}%`} AND ${matches(selector, { now })}
      GROUP BY folded, raw
    ) AS spellings
    GROUP BY folded ORDER BY count DESC, folded LIMIT ${limit}`.execute(db);
  return rows.map(({ count, spelled }) => ({ value: spelled[0] ?? '', count, ...(spelled.length > 1 ? { variants: spelled } : {}) }));
}
