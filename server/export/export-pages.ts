import type { Db } from '@/db/client';
import { annotationsOf } from '@/db/resources/annotations-of';
import type { Resource } from '@/domain/resource';
import type { Caller } from '../caller';

const PAGE = 500;

/** Every match in order, a page at a time: memory does not grow with their number. */
export async function* exportPages({ api, db }: { api: Caller; db: Db }, { q, sort }: { q: string; sort: string }): AsyncGenerator<Resource[]> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Caller['resources']['list']>> = await api.resources.list({ q, sort, limit: PAGE, total: 'none', ...(cursor === null ? {} : { cursor }) });
    const annotations = await annotationsOf(db, page.items.map((row) => row.id));
    yield page.items.map((row) => ({ ...row, annotations: annotations.get(row.id) ?? {} }));
    cursor = page.nextCursor;
  } while (cursor !== null);
}
