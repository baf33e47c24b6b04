import { type RawBuilder, sql } from 'kysely';
import type { Selector } from '@/domain/selector/tree';
import { matches } from './matches';

/** Which resources: by a query that SQL answers, or by ids, as text or as 16 bytes each, end to end. */
export type Picked = { by: 'query'; selector: Selector; now: Date } | { by: 'ids'; ids: readonly string[] } | { by: 'bytes'; bytes: Buffer };

/** The ids as a query with the one column `id`, each once. */
export function pickedIds(picked: Picked): RawBuilder<unknown> {
  switch (picked.by) {
    case 'query':
      return sql`SELECT r.id FROM resources AS r WHERE ${matches(picked.selector, { now: picked.now })}`;
    case 'ids':
      return sql`SELECT DISTINCT id FROM unnest(${picked.ids}::uuid[]) AS named(id)`;
    case 'bytes':
      return sql`
        SELECT encode(substring(packed.bytes FROM place * 16 + 1 FOR 16), 'hex')::uuid AS id
        FROM (SELECT ${picked.bytes}::bytea AS bytes) AS packed, generate_series(0, ${picked.bytes.length / 16 - 1}::integer) AS place`;
  }
}
