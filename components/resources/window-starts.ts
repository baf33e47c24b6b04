/** Rows are brought in windows of this many, which begin at its multiples. */
export const WINDOW_ROWS = 100;
/** Rows are asked for before they come into sight. */
export const AHEAD_ROWS = 60;

export interface RankRange {
  start: number;
  /** Not in the range itself. */
  end: number;
}

/** Where the windows begin that cover these ranks and so many rows before and after, beyond the first `here` rows, which are here. */
export function windowStarts({ start, end }: RankRange, here: number, total: number, ahead = AHEAD_ROWS): number[] {
  const from = Math.max(here, start - ahead);
  const to = Math.min(total, end + ahead);
  const starts: number[] = [];
  for (let at = windowOf(from); from < to && at < to; at += WINDOW_ROWS) starts.push(at);
  return starts;
}

export const windowOf = (rank: number): number => rank - (rank % WINDOW_ROWS);

/** The whole windows that these ranks are in. */
export const wholeWindows = ({ start, end }: RankRange): RankRange => ({ start: windowOf(start), end: windowOf(Math.max(0, end - 1)) + WINDOW_ROWS });

/** So far a list is scrolled before it is asked what that needs. A usual screen at the top of a list needs but the rows that came with it. */
const STEP_ROWS = 20;

/** The same for ranges that are near each other, so that scrolling by a few rows changes nothing. */
export const inSteps = ({ start, end }: RankRange): RankRange => ({ start: start - (start % STEP_ROWS), end: Math.ceil(end / STEP_ROWS) * STEP_ROWS });

/** What a list stands at. */
export interface ListRange extends RankRange {
  /** It has come here from afar, as by its scrollbar: what is in sight comes before what is near it. */
  isJump: boolean;
}

const JUMP_ROWS = 200;

/** Where the list stands once these ranks are in sight; the same object where that changes nothing. */
export function nextRange(before: ListRange, inSight: RankRange): ListRange {
  const { start, end } = inSteps(inSight);
  return before.start === start && before.end === end ? before : { start, end, isJump: Math.abs(start - before.start) > JUMP_ROWS };
}
