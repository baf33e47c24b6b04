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
}

const isValuesFacet = (name: string): boolean => readFacet(name)?.type === 'values';

export function readAddress(params: Pick<URLSearchParams, 'get'>): InventoryAddress {
  const facets = (params.get('facets') ?? '').split(',').filter(isValuesFacet);
  const operations = (params.get('operation') ?? '').split(',').filter(isUuid);
  return { q: params.get('q') ?? '', sort: params.get('sort') ?? '', facets: [...new Set(facets)], operations: [...new Set(operations)] };
}

/** The same address with these parts in it; what is empty is left out, what is not ours is kept. */
export function writeAddress(before: string, { q, sort, facets, operations }: InventoryAddress): string {
  const params = new URLSearchParams(before);
  for (const [name, value] of Object.entries({ q, sort, facets: facets.join(','), operation: operations.join(',') })) {
    if (value === '') params.delete(name);
    else params.set(name, value);
  }
  // Colons, commas, parentheses and slashes may stand in a query part: a selector stays readable there.
  return params.toString().replace(/%(3A|2C|28|29|2F|2A)/g, decodeURIComponent);
}
