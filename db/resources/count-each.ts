import { sql } from 'kysely';
import { printSelector } from '@/domain/selector/print-selector';
import type { Selector } from '@/domain/selector/tree';
import type { Db } from '../client';
import { matches } from '../matches';

/** How many resources each of the queries picks: in one statement, so that the counts agree with one another. */
export async function countEach(db: Db, { selectors, now }: { selectors: readonly Selector[]; now: Date }): Promise<number[]> {
  const places = new Map<string, { place: number; selector: Selector }>();
  const asked = selectors.map((selector) => {
    const text = printSelector(selector);
    const known = places.get(text) ?? { place: places.size, selector };
    places.set(text, known);
    return known.place;
  });
  if (asked.length === 0) return [];
  const counts = [...places.values()].map(({ selector }) => sql`(SELECT count(*) FROM resources AS r WHERE ${matches(selector, { now })})`);
  const { rows } = await sql<{ counts: string[] }>`SELECT array[${sql.join(counts)}]::text[] AS counts`.execute(db);
  return asked.map((place) => Number(rows[0]?.counts[place] ?? 0));
}
