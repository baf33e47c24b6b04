/** The number of what is missing: it comes last in either direction. */
export const LAST = 0xffff_ffff;

/** Turns an order round. */
export const flipped = (key: number, descending: boolean): number => (descending ? LAST - key : key);

/** A rank as such a number; what is not there itself stands between its neighbours. */
export const rankNumber = ({ before, isThere }: { before: number; isThere: boolean }, descending: boolean): number =>
  flipped(before * 2 + (isThere ? 1 : 0), descending);
