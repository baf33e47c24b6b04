/** Places on the spacer, in rows; `end` is not among them. */
export interface PlaceRange {
  first: number;
  end: number;
}

/** The places that a screen of this height shows, all of one height. */
export function placesInSight({ scrollTop, height, rowHeight }: { scrollTop: number; height: number; rowHeight: number }): PlaceRange {
  const top = Math.max(0, scrollTop);
  return { first: Math.floor(top / rowHeight), end: Math.max(1, Math.ceil((top + height) / rowHeight)) };
}

/** The part of the range that the spacer has, with so many places before and after it. */
export function widened({ first, end }: PlaceRange, by: number, rows: number): PlaceRange {
  const from = Math.min(Math.max(0, first - by), rows);
  return { first: from, end: Math.max(from, Math.min(rows, end + by)) };
}

/** The places of a range, ascending, and one more that is kept wherever it is. */
export function placesOf({ first, end }: PlaceRange, kept: number | undefined): number[] {
  const places = Array.from({ length: end - first }, (_, step) => first + step);
  if (kept === undefined || (kept >= first && kept < end)) return places;
  return kept < first ? [kept, ...places] : [...places, kept];
}
