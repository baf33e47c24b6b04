import * as z from 'zod/mini';
import { countResources } from '@/db/resources/count-resources';
import { listResources as listRows, type ListQuery, type ResourcePage, type ResourcePosition } from '@/db/resources/list-resources';
import { rowsByIds } from '@/db/resources/rows-by-ids';
import type { ResourceRow } from '@/domain/resource';
import { printSelector } from '@/domain/selector/print-selector';
import { allOf } from '@/domain/selector/selector-parts';
import type { Selector } from '@/domain/selector/tree';
import { readSort, type Sort } from '@/domain/sort';
import type { Context } from '../context';
import { badInput } from '../errors';
import { readSelector } from '../read-selector';
import { type CursorOwner, readCursor, writeCursor } from './cursor';

export const MAX_PAGE = 500;
export const DEFAULT_PAGE = 100;

export const ListInput = z.strictObject({
  q: z.optional(z.string()),
  sort: z.optional(z.string()),
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_PAGE))),
  cursor: z.optional(z.string()),
  total: z.optional(z.enum(['exact', 'none'])),
});

/** For a page that stays open. */
export const MarkedListInput = z.extend(ListInput, { marked: z.optional(z.boolean()) });

export interface ResourceList {
  items: ResourceRow[];
  nextCursor: string | null;
  prevCursor: string | null;
  total: Total | null;
  /** The moment at which the ages in the query were taken. */
  asOf: string;
  /** By which live.rows tells what became of the list; only where that was asked for and the index answered. */
  mark?: string;
}

export interface Total {
  value: number;
  relation: 'eq';
}

/** A page of the resources that the query picks, within `scope` when one is given. */
export async function listResources(context: Context, input: z.infer<typeof MarkedListInput>, scope?: Selector): Promise<ResourceList> {
  const asked = await readSelector(context.db, input.q);
  const selector = scope === undefined ? asked : allOf([asked, scope]);
  const sort = sortOf(input.sort);
  const owner: CursorOwner = { query: printSelector(selector), sort };
  const from = input.cursor === undefined ? undefined : readCursor(input.cursor, owner);
  const now = from?.now ?? new Date();
  const query = { selector, sort, limit: input.limit ?? DEFAULT_PAGE, now, ...(from === undefined ? {} : { from }) };
  const { page, total, mark } = (await pageFromIndex(context, query, input.marked === true)) ?? (await pageFromSql(context, query, input.total !== 'none'));
  const cursorAt = (position: ResourcePosition | null, side: 'after' | 'before', isThere: boolean) =>
    position !== null && isThere ? writeCursor({ side, position, now }, owner) : null;
  const backwards = from?.side === 'before';
  return {
    items: page.rows,
    // The page that a cursor comes from is there on its other side.
    nextCursor: cursorAt(page.last, 'after', backwards || page.more),
    prevCursor: cursorAt(page.first, 'before', backwards ? page.more : from !== undefined),
    total: total === null || input.total === 'none' ? null : { value: total, relation: 'eq' },
    asOf: now.toISOString(),
    ...(mark === undefined ? {} : { mark }),
  };
}

interface CountedPage {
  page: ResourcePage;
  total: number | null;
  mark?: string | undefined;
}

/** Which rows, in what order and how many comes from the fleet index, the rows themselves from the view. */
async function pageFromIndex({ db, fleet }: Context, query: ListQuery, marked: boolean): Promise<CountedPage | undefined> {
  const found = await fleet?.list({ ...query, marked });
  if (found === undefined) return undefined;
  const { ids, total, mark, ...page } = found;
  return { page: { ...page, rows: await rowsByIds(db, ids) }, total, mark };
}

async function pageFromSql({ db }: Context, query: ListQuery, isCounted: boolean): Promise<CountedPage> {
  const [page, total] = await Promise.all([listRows(db, query), isCounted ? countResources(db, query) : null]);
  return { page, total };
}

export function sortOf(text: string | undefined): Sort {
  const read = readSort(text ?? '');
  if ('problem' in read) throw badInput([{ path: 'sort', message: read.problem }]);
  return read.sort;
}
