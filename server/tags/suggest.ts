import * as z from 'zod/mini';
import { suggestKeys, suggestValues } from '@/db/resources/suggest';
import type { FacetValue } from '@/domain/facet-counts';
import type { Context } from '../context';

const MAX_SUGGESTIONS = 100;
const DEFAULT_SUGGESTIONS = 20;

/** Text that PostgreSQL can take. */
const plainText = z.string().check(z.maxLength(1_000), z.refine((text) => !/\u0000|\p{Surrogate}/u.test(text), 'this text cannot be searched for'));

export const SuggestInput = z.strictObject({
  space: z.optional(z.enum(['tag', 'label'])),
  key: z.optional(plainText.check(z.minLength(1))),
  prefix: z.optional(plainText),
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_SUGGESTIONS))),
});

/** The keys that are in use or, with a key, its values: those that begin with the prefix, in order. */
export async function suggest({ db, fleet }: Context, input: z.infer<typeof SuggestInput>): Promise<{ values: FacetValue[] }> {
  const { space = 'tag', key, prefix = '', limit = DEFAULT_SUGGESTIONS } = input;
  const found = await fleet?.suggest({ space, key, prefix, limit });
  if (found !== undefined) return { values: found };
  if (key === undefined) return { values: await suggestKeys(db, { space, prefix, limit }) };
  return { values: await suggestValues(db, { space, key, prefix, limit }) };
}
