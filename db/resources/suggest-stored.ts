import { type RawBuilder, sql } from 'kysely';
import { fold } from '@/domain/fold';
import { escapeLike } from '@/domain/selector/wildcard';
import type { Db } from '../client';

interface StoredQuery {
  prefix: string;
  limit: number;
}

/** Longer values are not offered: the index has only their beginning, and nobody picks them from a list. */
const MAX_VALUE_CHARACTERS = 64;

/** Keys of annotations that begin with the prefix, in order. */
export const suggestAnnotationKeys = (db: Db, query: StoredQuery): Promise<string[]> =>
  // uses resource_annotations_values
  jump(db, query, { table: sql`resource_annotations`, text: sql`lower(key)`, shown: sql`key`, where: sql`true` });

/** Values of one annotation that begin with the prefix, in order. */
export const suggestAnnotationValues = (db: Db, { key, ...query }: StoredQuery & { key: string }): Promise<string[]> =>
  // uses resource_annotations_values; a text that is cut off reads one character longer than a whole one may be
  jump(db, query, {
    table: sql`resource_annotations`,
    text: sql`left(value_fold, ${sql.lit(MAX_VALUE_CHARACTERS)})`,
    shown: sql`CASE WHEN length(value_fold) < ${sql.lit(MAX_VALUE_CHARACTERS)} THEN value END`,
    where: sql`lower(key) = ${fold(key)}`,
  });

interface Stored {
  table: RawBuilder<unknown>;
  /** What the index orders by. */
  text: RawBuilder<unknown>;
  /** What is offered for it; NULL: nothing. */
  shown: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
}

/** From each text to the next one along the index, so that what is read does not grow with the table. */
async function jump(db: Db, { prefix, limit }: StoredQuery, { table, text, shown, where }: Stored): Promise<string[]> {
  const fits = sql`${text} LIKE ${`${escapeLike(fold(prefix))}%`} AND ${where}`;
  const { rows } = await sql<{ shown: string }>`
    WITH RECURSIVE found AS (
      (SELECT ${text} AS text, ${shown} AS shown FROM ${table} WHERE ${fits} ORDER BY ${text} LIMIT 1)
      UNION ALL
      SELECT later.* FROM found CROSS JOIN LATERAL (
        SELECT ${text} AS text, ${shown} AS shown FROM ${table} WHERE ${fits} AND ${text} > found.text ORDER BY ${text} LIMIT 1
      ) AS later
    ) SELECT shown FROM (SELECT shown FROM found LIMIT ${sql.lit(SCANNED)}) AS bounded WHERE shown IS NOT NULL LIMIT ${limit}`.execute(db);
  return rows.map((row) => row.shown);
}

/** So many texts are looked at before giving up on ones that can be offered. */
const SCANNED = 400;
