/** Rows are brought in windows of this many, which begin at its multiples. */
export const WINDOW_ROWS = 100;
/** Rows are asked for before they come into sight. */
const AHEAD_ROWS = 60;

export interface RankRange {
  start: number;
  /** Not in the range itself. */
  end: number;
}

/** Where the windows begin that cover these ranks and what is near them, beyond the first `here` rows, which are here. */
export function windowStarts({ start, end }: RankRange, here: number, total: number): number[] {
  const from = Math.max(here, start - AHEAD_ROWS);
  const to = Math.min(total, end + AHEAD_ROWS);
  const starts: number[] = [];
  for (let at = windowOf(from); from < to && at < to; at += WINDOW_ROWS) starts.push(at);
  return starts;
}

export const windowOf = (rank: number): number => rank - (rank % WINDOW_ROWS);

/** The same for all ranges that need the same windows, so that scrolling within them changes nothing. */
export const wholeWindows = ({ start, end }: RankRange): RankRange => ({ start: windowOf(start), end: windowOf(end) + WINDOW_ROWS });
