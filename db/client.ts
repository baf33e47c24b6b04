import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { preparingPool } from './prepared';
import type { DB } from './schema';

export type Db = Kysely<DB>;

const TIMESTAMPTZ = 1184;
const INT8 = 20;

/** `2026-01-02 03:04:05.1+00`, as PostgreSQL prints it under TimeZone=UTC, to RFC 3339 in whole milliseconds. */
export function toRfc3339(text: string): string {
  const [time = '', fraction = ''] = text.slice(11, -3).split('.');
  return `${text.slice(0, 10)}T${time}.${fraction.padEnd(3, '0')}Z`;
}

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === TIMESTAMPTZ) return toRfc3339;
    if (oid === INT8) return Number; // counts and sequence numbers, far below 2^53
    return pg.types.getTypeParser(oid, format);
  },
};

export interface ConnectOptions {
  maxConnections?: number;
  applicationName?: string;
}

/** A pool with our session settings. Times come back as RFC 3339 text in UTC, bigint as number. End it with `db.destroy()`. */
export function connect(url: string, { maxConnections = 10, applicationName = 'gosight' }: ConnectOptions = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    application_name: applicationName,
    connectionTimeoutMillis: 15_000,
    // A new connection is slow for its first thousand rows: PostgreSQL has yet to plan, and the kernel to map its shared memory.
    idleTimeoutMillis: 0,
    options: '-c TimeZone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 -c jit=off',
    types,
  });
  // An idle connection that PostgreSQL closes emits this; the next query connects anew. Without a listener it ends the process.
  pool.on('error', () => undefined);
  // So does one that is in use, once more than its query, which fails and says why.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) });
}
