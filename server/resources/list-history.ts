import * as z from 'zod/mini';
import { type HistoryEntry, listHistory as listEntries } from '@/db/history/list-history';
import { isResource } from '@/db/resources/find-resource';
import type { Context } from '../context';
import { refuseUnknownResource, ResourceId } from '../resource-id';

const MAX_PAGE = 500;
const DEFAULT_PAGE = 100;

export const HistoryInput = z.strictObject({
  id: ResourceId,
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_PAGE))),
  cursor: z.optional(z.string().check(z.regex(/^\d{1,15}$/, 'this is no cursor of this registry'))),
});

/** What changed on one resource, newest first. */
export async function listHistory({ db }: Context, { id, limit = DEFAULT_PAGE, cursor }: z.infer<typeof HistoryInput>): Promise<{ items: HistoryEntry[]; nextCursor: string | null }> {
  const found = await listEntries(db, { resourceId: id, limit: limit + 1, ...(cursor === undefined ? {} : { before: Number(cursor) }) });
  if (found.length === 0 && !(await isResource(db, id))) return refuseUnknownResource();
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? String(last.id) : null };
}
