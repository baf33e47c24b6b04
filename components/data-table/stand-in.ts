import type { PlacedRank } from './use-rank-scroll';

/** Rows that come into sight side by side with those that were there need nobody to stand in. */
const FAR_SCREENS = 1;
/** What was in sight is remembered to within so many rows: a step of the wheel changes nothing. */
const NEAR_ROWS = 20;

export interface Ranks {
  start: number;
  /** Not among them. */
  end: number;
}

interface Drawn<Item> {
  start: number;
  items: (Item | undefined)[];
}

interface Bringing<Item> extends Ranks {
  /** Another one for each place that is brought. */
  turn: number;
  /** What stands in for them meanwhile. */
  drawn: Drawn<Item> | undefined;
}

/** What a table has in sight, or last had, and what it brings when that is not here. */
export interface Standing<Item> {
  listKey: string;
  /** About the ranks that were last in sight whole. */
  near: Ranks;
  bringing: Bringing<Item> | undefined;
}

interface Seen<Item> {
  listKey: string;
  seen: Ranks;
  /** What stands at a rank, undefined while it is not here. */
  itemAt: (rank: number) => Item | undefined;
}

/**
 * How a table stands once these ranks are in sight; the same object where nothing changes. A scrollbar is dragged faster than rows
 * come: one place on the way is brought at a time, and what was last drawn stands in until it is here.
 */
export function nextStanding<Item>(standing: Standing<Item>, { listKey, seen, itemAt }: Seen<Item>): Standing<Item> {
  const { near, bringing } = standing;
  if (standing.listKey !== listKey) return { listKey, near: seen, bringing: undefined };
  if (areHere(seen, itemAt)) return bringing || Math.abs(near.start - seen.start) > NEAR_ROWS ? { listKey, near: seen, bringing: undefined } : standing;
  if (!bringing) return { listKey, near, bringing: { ...seen, turn: 0, drawn: isFar(near, seen) ? draw(near, itemAt) : undefined } };
  if (bringing.start === seen.start) return standing;
  if (areHere(bringing, itemAt)) return { listKey, near: bringing, bringing: { ...seen, turn: bringing.turn + 1, drawn: draw(bringing, itemAt) } };
  return isFar(bringing, seen) ? standing : { ...standing, bringing: { ...bringing, ...seen } };
}

/** Nobody stands in any longer for what did not come in this turn; what is in sight by now is brought. */
export function tooLate<Item>(standing: Standing<Item>, turn: number, seen: Ranks): Standing<Item> {
  if (standing.bringing?.turn !== turn) return standing;
  return { ...standing, bringing: { ...seen, turn: turn + 1, drawn: undefined } };
}

export interface PlacedItem<Item> extends PlacedRank {
  item: Item | undefined;
}

/** What to draw in these places; while somebody stands in, in those in sight and at the kept rank alone. */
export function fillPlaces<Item>(placed: readonly PlacedRank[], { bringing }: Standing<Item>, { seen, itemAt, kept }: Omit<Seen<Item>, 'listKey'> & { kept: number }): PlacedItem<Item>[] {
  const drawn = bringing?.drawn;
  if (drawn === undefined) return placed.map((each) => ({ ...each, item: itemAt(each.rank) }));
  return placed.flatMap(({ rank, place }) => {
    const at = rank - seen.start;
    if (rank >= seen.start && rank < seen.end) return [{ rank: drawn.start + at, place, item: drawn.items[at] }];
    // A row out of sight is there to keep the focus; it is in the document once.
    const isDrawn = rank >= drawn.start && rank < drawn.start + (seen.end - seen.start);
    return rank !== kept || isDrawn ? [] : [{ rank, place, item: itemAt(rank) }];
  });
}

function areHere<Item>({ start, end }: Ranks, itemAt: Seen<Item>['itemAt']): boolean {
  for (let rank = start; rank < end; rank++) if (itemAt(rank) === undefined) return false;
  return true;
}

const draw = <Item>({ start, end }: Ranks, itemAt: Seen<Item>['itemAt']): Drawn<Item> => ({ start, items: Array.from({ length: end - start }, (_, at) => itemAt(start + at)) });

const isFar = (from: Ranks, to: Ranks): boolean => Math.abs(from.start - to.start) > FAR_SCREENS * (to.end - to.start);
