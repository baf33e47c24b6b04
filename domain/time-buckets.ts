const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** Widths that a person reads off at once. Weeks begin on Monday. */
const WIDTHS_MS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2].map((days) => days * DAY_MS),
  ...[1, 2, 4, 13, 26, 52, 104, 520].map((weeks) => weeks * WEEK_MS),
];

/** The epoch was a Thursday; this was a Monday. */
const MONDAY_MS = 4 * DAY_MS;

export const MAX_BUCKETS = 60;

/** Spans of equal width, end to end: the first begins at `startMs`, and none includes its end. */
export interface TimeBuckets {
  startMs: number;
  widthMs: number;
  count: number;
}

/** The finest buckets of a readable width that cover both times, bounded by whole multiples of their width in UTC. */
export function timeBuckets(firstMs: number, lastMs: number): TimeBuckets {
  for (const widthMs of WIDTHS_MS) {
    const buckets = covering(firstMs, lastMs, widthMs);
    if (buckets.count <= MAX_BUCKETS) return buckets;
  }
  return covering(firstMs, lastMs, Math.ceil((lastMs - firstMs) / (MAX_BUCKETS - 1) / WEEK_MS) * WEEK_MS);
}

function covering(firstMs: number, lastMs: number, widthMs: number): TimeBuckets {
  const origin = widthMs < WEEK_MS ? 0 : MONDAY_MS;
  const startMs = Math.floor((firstMs - origin) / widthMs) * widthMs + origin;
  return { startMs, widthMs, count: Math.floor((lastMs - startMs) / widthMs) + 1 };
}
