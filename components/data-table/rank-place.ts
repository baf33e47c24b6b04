/** A browser lays out at most about 16 million pixels: a list that is higher is shown through a spacer of this height. */
export const MAX_SPACER_PX = 8_000_000;

export interface RankSpace {
  /** How many rows the list has. */
  count: number;
  rowHeight: number;
  /** How many pixels can be scrolled away. */
  maxScrollTop: number;
}

/** Where the list stands: the spacer's row 0 is the list's row `offset`. */
export interface RankPlace {
  offset: number;
  scrollTop: number;
}

/** How many rows the spacer has: all of them, or as many as fit. */
export const spacerRows = (count: number, rowHeight: number): number => Math.min(count, Math.floor(MAX_SPACER_PX / rowHeight));

const hiddenRows = ({ count, rowHeight }: RankSpace): number => count - spacerRows(count, rowHeight);

/** The place that shows this rank at the top, with the scrollbar as far down as the rank is in the list. */
export function placeOfRank(space: RankSpace, rank: number): RankPlace {
  const { rowHeight, maxScrollTop } = space;
  const hidden = hiddenRows(space);
  if (hidden === 0 || maxScrollTop === 0) return { offset: 0, scrollTop: Math.min(rank * rowHeight, maxScrollTop) };
  const ideal = rank / (1 / rowHeight + hidden / maxScrollTop);
  const offset = Math.min(hidden, Math.max(0, Math.round((hidden * ideal) / maxScrollTop)));
  return { offset, scrollTop: Math.min(maxScrollTop, Math.max(0, (rank - offset) * rowHeight)) };
}

/**
 * The place after the scrollbar moved. Dragging it (a jump) goes to the rank in proportion; the wheel and the keys move
 * by rows, and where they reach an end of the spacer that is no end of the list, the same rows get a new place on it.
 */
export function placeAfterScroll(space: RankSpace, before: RankPlace, scrollTop: number, jumped: boolean): RankPlace {
  const hidden = hiddenRows(space);
  if (hidden === 0) return { offset: 0, scrollTop };
  if (jumped) return { offset: Math.round((hidden * scrollTop) / space.maxScrollTop), scrollTop };
  const stuckAtTop = scrollTop <= 0 && before.offset > 0;
  const stuckAtBottom = scrollTop >= space.maxScrollTop && before.offset < hidden;
  if (stuckAtTop || stuckAtBottom) return placeOfRank(space, before.offset + scrollTop / space.rowHeight);
  return { offset: before.offset, scrollTop };
}
