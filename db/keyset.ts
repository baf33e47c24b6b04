import { type RawBuilder, sql } from 'kysely';

/** One part of a total order. Its expression is never null, and the last part is unique. */
export interface OrderPart {
  expression: RawBuilder<unknown>;
  descending: boolean;
}

/** `ORDER BY` over the expressions, or over the columns that carry them. */
export const orderBy = (parts: readonly OrderPart[], columns?: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql.join(parts.map(({ expression, descending }, i) => sql`${columns?.[i] ?? expression} ${sql.raw(descending ? 'DESC' : 'ASC')}`));

/** The same order from its end. */
export const reversed = (parts: readonly OrderPart[]): OrderPart[] => parts.map((part) => ({ ...part, descending: !part.descending }));

/**
 * The rows after a position, as conditions that exclude each other: one for each run of parts with the same direction.
 * A row comparison can use an index; the same said with OR cannot.
 */
export function after(parts: readonly OrderPart[], position: readonly RawBuilder<unknown>[]): RawBuilder<boolean>[] {
  const branches: RawBuilder<boolean>[] = [];
  for (let from = 0; from < parts.length; ) {
    const descending = parts[from]?.descending;
    let to = from + 1;
    while (to < parts.length && parts[to]?.descending === descending) to++;
    const beyond = compareRows(parts.slice(from, to), position.slice(from, to), descending ? '<' : '>');
    branches.push(from === 0 ? beyond : sql<boolean>`${compareRows(parts.slice(0, from), position.slice(0, from), '=')} AND ${beyond}`);
    from = to;
  }
  return branches;
}

function compareRows(parts: readonly OrderPart[], values: readonly RawBuilder<unknown>[], operator: '<' | '>' | '='): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join(parts.map((part) => part.expression))}) ${sql.raw(operator)} (${sql.join(values)})`;
}
