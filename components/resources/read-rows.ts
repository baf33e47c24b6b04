import type { ResourceRow } from '@/domain/resource';
import type { ApiClient } from '../trpc';
import type { listInput } from './list-pages';

/** As many rows as the API gives at once. */
const ROWS_AT_ONCE = 500;

/** The rows of a list from one rank up to another, which is not in it. */
export async function readRows(client: ApiClient, list: ReturnType<typeof listInput>, from: number, to: number): Promise<ResourceRow[]> {
  const starts = Array.from({ length: Math.ceil((to - from) / ROWS_AT_ONCE) }, (_, part) => from + part * ROWS_AT_ONCE);
  const windows = await Promise.all(starts.map((start) => client.resources.window.query({ ...list, start, count: Math.min(ROWS_AT_ONCE, to - start) })));
  return windows.flatMap((window) => {
    if (window === null) throw new Error('the server knows no ranks for now');
    return window.items;
  });
}
