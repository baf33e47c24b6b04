import type { Selector } from '@/domain/selector/tree';
import type { Db } from '../client';
import { matches } from '../matches';

/** How many resources the query picks, exactly. */
export async function countResources(db: Db, { selector, now }: { selector: Selector; now: Date }): Promise<number> {
  const { count } = await db
    .selectFrom('resources as r')
    .where(matches(selector, { now }))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
