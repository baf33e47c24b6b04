import { sql } from 'kysely';
import type { Db } from '../../client';

/** Runs one statement as it is written, for what no function of the product does. */
export const runSql = (db: Db) =>
  async (strings: TemplateStringsArray, ...values: unknown[]): Promise<void> => {
    await sql(strings, ...values).execute(db);
  };
