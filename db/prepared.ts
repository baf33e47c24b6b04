import { type PostgresCursor, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult, type RawBuilder, sql } from 'kysely';
import type pg from 'pg';

/**
 * Goes to the front of a select (`.modifyFront(prepared('rows'))`) whose text never varies: each connection plans it once instead of at
 * every call. A text that varies must not have it, since each of its forms would stay in every connection.
 */
export const prepared = (name: string): RawBuilder<unknown> => sql.raw(`/* prepared ${name} */`);

const NAME = /^select \/\* prepared (\S+) \*\//;

/** The pool as Kysely uses it; Kysely itself knows no prepared statements. */
export function preparingPool(pool: pg.Pool): PostgresPool {
  return { connect: async () => new PreparingClient(await pool.connect()), end: () => pool.end() };
}

class PreparingClient implements PostgresPoolClient {
  constructor(private readonly client: pg.PoolClient) {}

  query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query<Row>(text: string | PostgresCursor<Row>, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('no statement is read by a cursor');
    const [, name] = NAME.exec(text) ?? [];
    return this.rowsOf(this.client.query({ name, text, values: [...values] }));
  }

  /**
   * Takes the rows out of pg's own result, which stays reachable from later ones until the next full collection of garbage: with its rows it would
   * be copied by every small one.
   */
  private async rowsOf(answer: Promise<pg.QueryResult>): Promise<pg.QueryResult> {
    const result = await answer;
    const taken = { ...result };
    result.rows = [];
    return taken;
  }

  release(): void {
    this.client.release();
  }
}
