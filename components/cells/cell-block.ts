/** A cell of the list: its row by rank, its column by name. */
export interface CellPlace {
  rank: number;
  column: string;
}

/** The cells between two corners; where both are the same, one cell. */
export interface CellBlock {
  /** Where it began: what it is drawn from. */
  anchor: CellPlace;
  /** Where it was drawn to. */
  head: CellPlace;
}

export interface BlockArea {
  /** The ranks, `end` is not among them. */
  start: number;
  end: number;
  columns: readonly string[];
}

export const isOneCell = ({ anchor, head }: CellBlock): boolean => anchor.rank === head.rank && anchor.column === head.column;

/** What lies in the block, its columns in the order of the table. A column that is gone leaves nothing. */
export function areaOf({ anchor, head }: CellBlock, columns: readonly string[]): BlockArea {
  const places = [columns.indexOf(anchor.column), columns.indexOf(head.column)];
  const between = places.includes(-1) ? [] : columns.slice(Math.min(...places), Math.max(...places) + 1);
  return { start: Math.min(anchor.rank, head.rank), end: Math.max(anchor.rank, head.rank) + 1, columns: between };
}

/** The block drawn on to another cell, at most so many rows from where it began. */
export function drawTo({ anchor }: CellBlock, { rank, column }: CellPlace, mostRows: number): CellBlock {
  const furthest = mostRows - 1;
  return { anchor, head: { rank: Math.max(anchor.rank - furthest, Math.min(anchor.rank + furthest, rank)), column } };
}
