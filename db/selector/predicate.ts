import { type RawBuilder, type Sql, sql, type SqlBool } from 'kysely';

export type Predicate = RawBuilder<SqlBool>;

/** What a term is compiled for. */
export interface MatchContext {
  /** The alias of the `resources` row that is asked about. */
  row: string;
  now: Date;
  /**
   * Under a negation each leaf must be true or false: NOT NULL is NULL, which would leave the row out of q and of -q.
   * Elsewhere NULL does no harm, and the bare comparison can use an index.
   */
  strict: boolean;
}

export const TRUE: Predicate = sql<SqlBool>`true`;
export const FALSE: Predicate = sql<SqlBool>`false`;

/** A column of the row. */
export const column = ({ row }: MatchContext, name: string) => sql.ref(`${row}.${name}`);

export const negate = (predicate: Predicate): Predicate => sql<SqlBool>`NOT (${predicate})`;

export function every(predicates: readonly Predicate[]): Predicate {
  return predicates.length === 0 ? TRUE : sql<SqlBool>`(${sql.join(predicates, sql` AND `)})`;
}

export function some(predicates: readonly Predicate[]): Predicate {
  return predicates.length === 0 ? FALSE : sql<SqlBool>`(${sql.join(predicates, sql` OR `)})`;
}

/** A leaf over something that may be NULL. */
export const leaf = ({ strict }: MatchContext, predicate: Predicate): Predicate =>
  strict ? sql<SqlBool>`(${predicate}) IS TRUE` : predicate;

export type SqlExpression = ReturnType<Sql['ref']> | RawBuilder<unknown>;
