import type { ResourceRow } from '@/domain/resource';
import { ask, type Registry } from './open-registry';

const PAGE = 500;

/** The matches in order, a page at a time, at most `limit` of them. */
export async function* listPages({ api }: Registry, { q, sort, limit = Infinity }: { q: string; sort?: string; limit?: number }): AsyncGenerator<ResourceRow[]> {
  let cursor: string | undefined;
  for (let left = limit; left > 0; left -= PAGE) {
    const input = { q, ...(sort === undefined ? {} : { sort }), ...(cursor === undefined ? {} : { cursor }), limit: Math.min(PAGE, left), total: 'none' as const };
    const page: { items: ResourceRow[]; nextCursor: string | null } = await ask(() => api.resources.list(input));
    yield page.items;
    if (page.nextCursor === null) return;
    cursor = page.nextCursor;
  }
}
