import type { ResourceRow } from '@/domain/resource';
import type { RowSource } from '../data-table/row-source';

export interface CellList {
  source: RowSource<ResourceRow>;
  /** The rows of these ranks from the server; `to` is not among them. What is no row is left out. */
  readRows: (from: number, to: number) => Promise<readonly ResourceRow[]>;
}

/** The rows of these ranks, in their order, where all of them are here. */
export function rowsHere({ source }: CellList, ranks: readonly number[]): ResourceRow[] | undefined {
  const rows = ranks.map((rank) => source.rowAt(rank)).filter((row) => row !== undefined);
  return rows.length === ranks.length ? rows : undefined;
}

/** The same, read where they are not. */
export async function rowsOfRanks(list: CellList, ranks: readonly number[]): Promise<readonly ResourceRow[]> {
  const here = rowsHere(list, ranks);
  const [first, last] = [ranks[0], ranks.at(-1)];
  if (here !== undefined || first === undefined || last === undefined) return here ?? [];
  const read = await list.readRows(first, last + 1);
  if (read.length !== ranks.length) throw new Error('the list is another one by now');
  // What is shown is newer than what is read: an edit of it may be under way.
  return ranks.map((rank, place) => list.source.rowAt(rank) ?? read[place]).filter((row) => row !== undefined);
}
