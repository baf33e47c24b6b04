import type * as z from 'zod/mini';
import { type PickedTags, tagsOfPicked } from '@/db/tags/tags-of-picked';
import type { Context } from '../context';
import { readSelection, type SelectionShape } from '../selection';

const VALUES_PER_KEY = 20;

/** Which tags the resources of a selection have, and how many of them each, over all of them. */
export async function tagsOfSelection(context: Context, selection: z.infer<typeof SelectionShape>): Promise<PickedTags> {
  return tagsOfPicked(context.db, await readSelection(context, selection), { valuesPerKey: VALUES_PER_KEY });
}
