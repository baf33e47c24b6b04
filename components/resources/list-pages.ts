import type { GroupBy } from '@/domain/grouping';

/** The first page is small, so that it is soon here; the rest come in fewer and larger ones. What becomes of the list is told from it on. */
export const FIRST_PAGE = { limit: 100, marked: true };
export const NEXT_PAGE_ROWS = 500;

/** The counts that stand beside every list. */
export const BASE_FACETS = ['status', 'kind', 'group', 'environment', 'tag', 'label'] as const;
export const FACET_VALUES = 20;

/** What is asked for one list. Server and browser build it here, so that what the server has read is found again. */
export const listInput = (q: string, sort: string) => ({ q, sort });
export const facetsInput = (q: string) => ({ q, facets: [...BASE_FACETS], limit: FACET_VALUES });
/** As many groups as the API counts at once. */
export const groupsInput = (q: string, by: GroupBy | undefined) => ({ q, facets: by === undefined ? [] : [by], limit: 1_000, ownTerms: 'kept' as const });
export const EVERYTHING = { q: '' };
