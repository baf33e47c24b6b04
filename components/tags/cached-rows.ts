import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { sameTags, type SeenTags } from './tag-draft';

/** A resource as any answer holds it: at least these of its fields. */
export interface CachedRow extends SeenTags {
  id: string;
}

const isObject = (data: unknown): data is object => typeof data === 'object' && data !== null;
const isRow = (data: unknown): data is CachedRow => isObject(data) && 'id' in data && 'tags' in data && 'revision' in data;

/** What is to be written over a row; undefined leaves it as it is. */
export type RowChange = (row: CachedRow) => Partial<CachedRow> | undefined;

/** Writes into everything that is cached of resources: lists, pages of lists, the resource itself. */
export function writeCachedRows(queryClient: QueryClient, queryKey: QueryKey, change: RowChange): void {
  for (const { queryKey: key, state } of queryClient.getQueryCache().findAll({ queryKey })) {
    const data = rewrite(state.data, change);
    // As old as before: the rest of the answer is no fresher for it.
    if (data !== state.data) queryClient.setQueryData(key, data, { updatedAt: state.dataUpdatedAt });
  }
}

/** Takes back what was shown before the server answered, and leaves alone what has been read since. */
export const takeBack = (shown: SeenTags, before: SeenTags) => (row: CachedRow): SeenTags | undefined =>
  row.revision === shown.revision && sameTags(row.tags, shown.tags) ? before : undefined;

function rewrite(data: unknown, change: RowChange): unknown {
  if (Array.isArray(data)) return rewriteEach(data, change);
  if (isRow(data)) {
    const changed = change(data);
    return changed === undefined ? data : { ...data, ...changed };
  }
  if (!isObject(data)) return data;
  if ('items' in data) return withPart(data, 'items', data.items, rewrite(data.items, change));
  if ('pages' in data) return withPart(data, 'pages', data.pages, rewrite(data.pages, change));
  return data;
}

const withPart = (data: object, name: string, before: unknown, after: unknown): object => (before === after ? data : { ...data, [name]: after });

/** The same array when nothing in it changes, so that rows which are the same are not drawn again. */
function rewriteEach(all: readonly unknown[], change: RowChange): readonly unknown[] {
  const rewritten = all.map((each) => rewrite(each, change));
  return rewritten.some((each, position) => each !== all[position]) ? rewritten : all;
}
