import { type RawBuilder, sql } from 'kysely';
import { fold } from '@/domain/fold';
import { RESOLVED_BY, type ResolvedBy, type ResolvedItem } from '@/domain/selector/resolved-items';
import { isUuid } from '@/domain/uuid-v7';
import type { Db } from '../client';

/** By what each item is looked up. Ids, names and addresses use an index; display names read the table once for all items. */
const SAME = {
  id: sql`r.id = CASE WHEN asked.is_id THEN asked.folded::uuid END`,
  name: sql`r.name_fold = asked.folded`,
  ip: sql`lower(r.ip_address) = asked.folded`,
  display_name: sql`r.display_name_fold = asked.folded`,
} as const satisfies Record<ResolvedBy, RawBuilder<unknown>>;

/** What each pasted item names among the resources in service: by the first way in which anything answers to it. */
export async function resolveItems(db: Db, items: readonly string[]): Promise<ResolvedItem[]> {
  const folded = items.map(fold);
  const ways = RESOLVED_BY.map(
    (by, order) => sql`
      SELECT asked.place, ${order}::integer AS way, count(*) AS count
      FROM asked JOIN resources AS r ON ${SAME[by]} WHERE r.retired_at IS NULL GROUP BY asked.place`,
  );
  const { rows } = await sql<{ place: number; way: number; count: number }>`
    WITH asked AS MATERIALIZED (SELECT place, folded, is_id FROM unnest(${folded}::text[], ${items.map(isUuid)}::boolean[]) WITH ORDINALITY AS given (folded, is_id, place))
    SELECT DISTINCT ON (place) place, way, count FROM (${sql.join(ways, sql` UNION ALL `)}) AS found ORDER BY place, way`.execute(db);
  const found = new Map(rows.map((row) => [row.place, row]));
  return items.map((text, place) => {
    const row = found.get(place + 1);
    return { text, by: row ? (RESOLVED_BY[row.way] ?? null) : null, count: row?.count ?? 0 };
  });
}
