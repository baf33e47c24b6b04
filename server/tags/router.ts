import * as z from 'zod/mini';
import { suggestKeys, suggestValues } from '@/db/resources/suggest';
import type { FacetValue } from '@/domain/facet-counts';
import { edit, read, router } from '../trpc';
import { editTags, TagEditInput } from './edit-tags';

const MAX_SUGGESTIONS = 100;
const DEFAULT_SUGGESTIONS = 20;

export const SuggestInput = z.strictObject({
  space: z.optional(z.enum(['tag', 'label'])),
  key: z.optional(z.string().check(z.minLength(1))),
  prefix: z.optional(z.string()),
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_SUGGESTIONS))),
});

export const tags = router({
  edit: edit.input(TagEditInput).mutation(({ ctx, input }) => editTags(ctx.write, input)),

  /** The keys that are in use or, with a key, its values: those that begin with the prefix, in order. */
  suggest: read.input(SuggestInput).query(async ({ ctx, input }): Promise<{ values: FacetValue[] }> => {
    const { space = 'tag', key, prefix = '', limit = DEFAULT_SUGGESTIONS } = input;
    const values = key === undefined ? suggestKeys(ctx.db, { space, prefix, limit }) : suggestValues(ctx.db, { space, key, prefix, limit });
    return { values: await values };
  }),
});
