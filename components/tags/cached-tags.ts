import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { sameTags, type SeenTags, type Tags } from './tag-draft';

interface Row {
  id: string;
  tags: Tags;
  revision: number;
}

const isObject = (data: unknown): data is object => typeof data === 'object' && data !== null;
const isRow = (data: unknown): data is Row => isObject(data) && 'id' in data && 'tags' in data && 'revision' in data;

/** Writes the tags of one resource into everything that is cached of it: lists, pages of lists, the resource itself. */
export function writeCachedTags(queryClient: QueryClient, queryKey: QueryKey, id: string, next: (row: Row) => SeenTags | undefined): void {
  queryClient.setQueriesData({ queryKey }, (data: unknown) => rewrite(data, id, next));
}

/** Takes back what was shown before the server answered, and leaves alone what has been read since. */
export const takeBack = (shown: SeenTags, before: SeenTags) => (row: Row): SeenTags | undefined =>
  row.revision === shown.revision && sameTags(row.tags, shown.tags) ? before : undefined;

function rewrite(data: unknown, id: string, next: (row: Row) => SeenTags | undefined): unknown {
  if (Array.isArray(data)) return rewriteEach(data, id, next);
  if (isRow(data)) return data.id === id ? { ...data, ...next(data) } : data;
  if (!isObject(data)) return data;
  if ('items' in data) return withPart(data, 'items', data.items, rewrite(data.items, id, next));
  if ('pages' in data) return withPart(data, 'pages', data.pages, rewrite(data.pages, id, next));
  return data;
}

const withPart = (data: object, name: string, before: unknown, after: unknown): object => (before === after ? data : { ...data, [name]: after });

/** The same array when nothing in it changes, so that rows which are the same are not drawn again. */
function rewriteEach(all: readonly unknown[], id: string, next: (row: Row) => SeenTags | undefined): readonly unknown[] {
  const rewritten = all.map((each) => rewrite(each, id, next));
  return rewritten.some((each, position) => each !== all[position]) ? rewritten : all;
}
