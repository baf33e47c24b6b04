import type { FacetCounts } from '@/domain/facet-counts';
import { fold } from '@/domain/fold';
import type { GroupBy } from '@/domain/grouping';
import { withinFacetValue } from '@/domain/selector/facet-terms';
import type { Selector } from '@/domain/selector/tree';

/** The rows of a list that have one value in common. */
export interface RowGroup {
  /** The same for the same values, whatever the query. */
  id: string;
  by: GroupBy;
  /** '' is a key without a value, null stands for the rows that have none. */
  value: string | null;
  count: number;
  /** What picks its rows. */
  selector: Selector;
}

/** The groups of what the selector picks, the largest first, those that have no value last. */
export function rowGroups(selector: Selector, by: GroupBy, { values, missing }: FacetCounts, within = ''): RowGroup[] {
  const counted: { value: string | null; count: number }[] = missing > 0 ? [...values, { value: null, count: missing }] : values;
  return counted.map(({ value, count }) => {
    const id = `${within}${by}${value === null ? '' : `=${fold(value)}`}\n`;
    return { id, by, value, count, selector: withinFacetValue(selector, by, value) };
  });
}
