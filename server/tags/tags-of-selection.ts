import type * as z from 'zod/mini';
import { tagsOfPicked } from '@/db/tags/tags-of-picked';
import type { TagCounts } from '@/domain/tag-counts';
import type { Context } from '../context';
import { readSelector } from '../read-selector';
import { readSelection, type SelectionShape } from '../selection';

const VALUES_PER_KEY = 20;

/** Which tags the resources of a selection have, and how many of them each, over all of them. */
export async function tagsOfSelection(context: Context, selection: z.infer<typeof SelectionShape>): Promise<TagCounts> {
  const { q, ids } = selection;
  if (q !== undefined && ids === undefined) {
    const found = await context.fleet?.tags({ selector: await readSelector(context.db, q), now: new Date(), valuesPerKey: VALUES_PER_KEY });
    if (found !== undefined) return found;
  }
  return tagsOfPicked(context.db, await readSelection(context, selection), { valuesPerKey: VALUES_PER_KEY });
}
