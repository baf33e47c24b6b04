import type { FieldName } from './fields';

/** The times over which resources are counted. */
export const COUNTED_TIMES = ['first_seen', 'last_seen', 'created', 'updated'] as const satisfies readonly FieldName[];
export type CountedTime = (typeof COUNTED_TIMES)[number];

/** How many resources of a query have their time in each of some buckets of equal width, end to end. */
export interface TimeCounts {
  /** Where the first bucket begins, in milliseconds since the epoch. */
  startMs: number;
  widthMs: number;
  /** Empty when the query picks nothing. */
  counts: number[];
  total: number;
}
