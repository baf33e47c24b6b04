import { readFacet } from '@/domain/selector/facet-terms';
import { type Selector, termsOf } from '@/domain/selector/tree';

/** The keys whose values are counted: those that were opened, then those that the query compares. */
export function valueFacets(opened: readonly string[], selector: Selector): string[] {
  const named = new Set(opened);
  for (const term of termsOf(selector)) {
    if (term.type !== 'key' || term.comparison === undefined || term.key.type !== 'text') continue;
    const name = `${term.space}:${term.key.text}`;
    const facet = readFacet(name);
    if (facet?.type === 'values' && facet.space !== 'annotation') named.add(name);
  }
  return [...named];
}
