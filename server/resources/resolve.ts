import * as z from 'zod/mini';
import { resolveItems } from '@/db/resources/resolve-items';
import { LIMITS } from '@/domain/selector/limits';
import type { ResolvedItem } from '@/domain/selector/resolved-items';
import type { Context } from '../context';

const MAX_ITEM_CHARACTERS = 256;
const item = z.string().check(z.minLength(1), z.maxLength(MAX_ITEM_CHARACTERS), z.refine((text) => !/\u0000|\p{Surrogate}/u.test(text), 'this text cannot be searched for'));

export const ResolveInput = z.strictObject({ items: z.array(item).check(z.maxLength(LIMITS.setMembers)) });

/** What each name, address or id of a pasted list stands for. */
export async function resolve({ db, fleet }: Context, { items }: z.infer<typeof ResolveInput>): Promise<{ items: ResolvedItem[] }> {
  return { items: (await fleet?.resolve(items)) ?? (await resolveItems(db, items)) };
}
