export interface FacetValue {
  /** The commonest spelling; '' for a key without a value. */
  value: string;
  count: number;
  /** All its spellings, the commonest first, when there are several. */
  variants?: string[];
}

/** How often each value occurs among the resources of a query without the facet's own terms. */
export interface FacetCounts {
  /** The facet's name as it was asked for: `kind`, `tag:env`, `tag` (the keys themselves). */
  field: string;
  /** The most frequent first. */
  values: FacetValue[];
  /** How many further values there are. */
  more: number;
  /** How many resources have none. */
  missing: number;
}
