import { type RawBuilder, sql } from 'kysely';
import type { ResourceRow } from '@/domain/resource';
import type { Selector } from '@/domain/selector/tree';
import type { Sort } from '@/domain/sort';
import type { Db } from '../client';
import { after, orderBy, type OrderPart, reversed } from '../keyset';
import { matches } from '../matches';
import { rowsByIds } from './rows-by-ids';
import { type SortColumn, sortColumns } from './sort-columns';

/** Where a page begins or ends: a row's sort values, one for each sort key, and its id. */
export interface ResourcePosition {
  values: (string | null)[];
  id: string;
}

export interface ListQuery {
  selector: Selector;
  sort: Sort;
  limit: number;
  now: Date;
  /** The page right after this row, or right before it; absent: the first page. */
  from?: { position: ResourcePosition; side: 'after' | 'before' };
}

export interface ResourcePage {
  rows: ResourceRow[];
  /** The first and the last row's places, null when no row is there. */
  first: ResourcePosition | null;
  last: ResourcePosition | null;
  /** Whether there are more rows on the side to which this page was read. */
  more: boolean;
}

/** A page of rows in order: which ones by keyset on the table, then the rows themselves from the view. */
export async function listResources(db: Db, query: ListQuery): Promise<ResourcePage> {
  const found = await findPositions(db, query);
  const more = found.length > query.limit;
  const positions = found.slice(0, query.limit);
  if (query.from?.side === 'before') positions.reverse();
  const rows = await rowsByIds(db, positions.map((position) => position.id));
  return { rows, first: positions[0] ?? null, last: positions.at(-1) ?? null, more };
}

/** One more than the limit, outward from the position: in reverse order when the page before it is asked for. */
async function findPositions(db: Db, query: ListQuery): Promise<ResourcePosition[]> {
  const { rows } = await positionsQuery(query).execute(db);
  return rows.map((row) => ({ id: row.id, values: query.sort.map((_, place) => row[`v${place}`] ?? null) }));
}

/** The row's id, and its sort values as v0, v1, … */
type PositionRow = { id: string } & Record<`v${number}`, string | null>;

export function positionsQuery({ selector, sort, limit, now, from }: ListQuery): RawBuilder<PositionRow> {
  const columns = sortColumns(sort);
  const ahead = [...columns.flatMap((column) => column.parts), { expression: sql.ref('r.id'), descending: false }];
  const parts = from?.side === 'before' ? reversed(ahead) : ahead;
  const picked = sql<boolean>`${matches(selector, { now })}`;
  const branches = from === undefined ? [picked] : after(parts, positionOf(columns, from.position)).map((beyond) => sql<boolean>`${picked} AND ${beyond}`);
  const [only] = branches;
  if (branches.length === 1 && only) return branchQuery(columns, parts, only, limit, false);
  const union = sql.join(branches.map((branch) => sql`(${branchQuery(columns, parts, branch, limit, true)})`), sql` UNION ALL `);
  const carried = parts.map((_, place) => sql.ref(`k${place}`));
  const values = columns.map((_, place) => sql`, ${sql.ref(`v${place}`)}`);
  return sql<PositionRow>`SELECT id${sql.join(values, sql``)} FROM (${union}) AS page ORDER BY ${orderBy(parts, carried)} LIMIT ${limit + 1}`;
}

/** The first rows of one branch; for a merge the parts of the order travel along as k0, k1, … */
function branchQuery(columns: SortColumn[], parts: OrderPart[], where: RawBuilder<boolean>, limit: number, forMerge: boolean): RawBuilder<PositionRow> {
  const values = columns.map(({ value }, place) => sql`, ${value} AS ${sql.id(`v${place}`)}`);
  const carried = forMerge ? parts.map(({ expression }, place) => sql`, ${expression} AS ${sql.id(`k${place}`)}`) : [];
  const joins = columns.flatMap(({ join }) => (join ? [join] : []));
  // sorted by name, uses resources_name
  return sql<PositionRow>`
    SELECT r.id${sql.join([...values, ...carried], sql``)}
    FROM resources AS r ${sql.join(joins, sql` `)}
    WHERE ${where} ORDER BY ${orderBy(parts)} LIMIT ${limit + 1}`;
}

const positionOf = (columns: SortColumn[], { values, id }: ResourcePosition): RawBuilder<unknown>[] => [
  ...columns.flatMap((column, place) => column.position(values[place] ?? null)),
  sql`${id}::uuid`,
];
