import type { Db } from '@/db/client';
import { refuseUnknownIds } from '@/db/selector/refuse-unknown-ids';
import { parseSelector } from '@/domain/selector/parse-selector';
import type { Selector } from '@/domain/selector/tree';

/** The query as a tree. Refuses what cannot be understood, and ids below which nothing can be since nobody has them. */
export async function readSelector(db: Db, q: string | undefined): Promise<Selector> {
  const selector = parseSelector(q ?? '');
  await refuseUnknownIds(db, selector);
  return selector;
}
