import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { LiveRow } from '@/domain/live-row';
import { type CachedRow, writeCachedRows } from '../tags/cached-rows';
import { editUnderWay } from '../tags/edit-queue';

/** Where the rows of resources are kept. */
export interface RowCache {
  queryClient: QueryClient;
  queryKey: QueryKey;
}

/** Writes what the server says of these resources wherever they are shown; of one whose tags are being saved, once that is done. */
export function writeLiveRows(cache: RowCache, rows: readonly LiveRow[]): void {
  const now = new Map<string, LiveRow>();
  for (const row of rows) {
    const saved = editUnderWay(row.id);
    if (saved === undefined) now.set(row.id, row);
    else void saved.then(() => writeLiveRows(cache, [row]));
  }
  writeCachedRows(cache.queryClient, cache.queryKey, (cached) => {
    const row = now.get(cached.id);
    return row && newerThan(cached, row);
  });
}

/** An answer to this person's own edit may have come first: its tags are the newer ones. */
function newerThan(cached: CachedRow, { tags, revision, ...rest }: LiveRow): Partial<CachedRow & LiveRow> {
  return revision < cached.revision ? rest : { ...rest, tags, revision };
}
