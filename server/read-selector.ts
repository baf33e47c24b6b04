import type { Db } from '@/db/client';
import { refuseUnknownIds } from '@/db/selector/refuse-unknown-ids';
import { viewQueries } from '@/db/views/list-views';
import { expandViews, hasViews } from '@/domain/selector/expand-views';
import { parseSelector } from '@/domain/selector/parse-selector';
import type { Selector } from '@/domain/selector/tree';

/** The query as a tree, its views put in. Refuses what cannot be understood, views that are not there, and ids below which nothing can be since nobody has them. */
export const readSelector = async (db: Db, q: string | undefined): Promise<Selector> => runnable(db, parseSelector(q ?? ''));

/** The same for a tree as it was written. */
export async function runnable(db: Db, written: Selector): Promise<Selector> {
  // Read anew by each query that names a view, so that a change of one is in the next answer of every process.
  const selector = hasViews(written) ? expandViews(written, await viewQueries(db)) : written;
  await refuseUnknownIds(db, selector);
  return selector;
}
