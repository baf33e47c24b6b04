import { readFacet } from '@/domain/selector/facet-terms';
import { isUuid } from '@/domain/uuid-v7';

/** What the address says about the inventory. */
export interface InventoryAddress {
  /** The selector as it was written; whether it can be understood is the search box's to say. */
  q: string;
  /** As the API takes it; empty: the default. */
  sort: string;
  /** Tag and label keys whose values are counted beside the list: `tag:env`. */
  facets: readonly string[];
  /** Bulk edits that are followed, the newest last: found again after a reload. */
  operations: readonly string[];
  /** The columns as they were chosen, `name,status,tag:team`; empty: the usual ones of the query. */
  columns: string;
  /** How many of the first columns stay at the left. */
  pinned: number;
  /** What the rows are grouped by, `tag:team,kind`; empty: nothing. */
  group: string;
  /** What is drawn beside the list, `last_seen,tag:team`; empty: nothing. */
  picture: string;
}

const USUALLY_PINNED = 1;

const isValuesFacet = (name: string): boolean => readFacet(name)?.type === 'values';

export function readAddress(params: Pick<URLSearchParams, 'get'>): InventoryAddress {
  const facets = (params.get('facets') ?? '').split(',').filter(isValuesFacet);
  const operations = (params.get('operation') ?? '').split(',').filter(isUuid);
  const pinned = params.get('pinned') ?? '';
  return {
    q: params.get('q') ?? '',
    sort: params.get('sort') ?? '',
    facets: [...new Set(facets)],
    operations: [...new Set(operations)],
    columns: params.get('columns') ?? '',
    pinned: /^\d{1,2}$/.test(pinned) ? Number(pinned) : USUALLY_PINNED,
    group: params.get('group') ?? '',
    picture: params.get('picture') ?? '',
  };
}

/** The same address with these parts in it; what is empty is left out, what is not ours is kept. */
export function writeAddress(before: string, { q, sort, facets, operations, columns, pinned, group, picture }: InventoryAddress): string {
  const params = new URLSearchParams(before);
  const parts = { q, sort, facets: facets.join(','), operation: operations.join(','), columns, pinned: pinned === USUALLY_PINNED ? '' : String(pinned), group, picture };
  for (const [name, value] of Object.entries(parts)) {
    if (value === '') params.delete(name);
    else params.set(name, value);
  }
  // Colons, commas, parentheses and slashes may stand in a query part: a selector stays readable there.
  return params.toString().replace(/%(3A|2C|28|29|2F|2A)/g, decodeURIComponent);
}
