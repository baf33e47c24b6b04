import { sql } from 'kysely';
import type { OperationResult, ResultOutcome } from '@/domain/operation';
import type { Db } from '../client';

/** The place of a result: its chunk, and its number in it from 1. */
export interface ResultPosition {
  chunk: number;
  number: number;
}

interface ResultsQuery {
  operationId: string;
  limit: number;
  outcome?: ResultOutcome;
  after?: ResultPosition;
}

/** What became of each resource, in their order; of an edit that runs, up to the first that is not done: whoever reads on from a position misses none. */
export async function listResults(db: Db, { operationId, limit, outcome, after }: ResultsQuery): Promise<(OperationResult & ResultPosition)[]> {
  const { chunk, number } = after ?? { chunk: 0, number: 0 };
  const { rows } = await sql<OperationResult & ResultPosition>`
    SELECT page.*, r.name, r.kind
    FROM (
      SELECT c.place AS chunk, each.number, each.id AS "resourceId", each.outcome
      FROM operation_chunks AS c -- uses the primary key
      CROSS JOIN unnest(c.ids, c.outcomes) WITH ORDINALITY AS each(id, outcome, number)
      WHERE c.operation_id = ${operationId} AND c.outcomes IS NOT NULL AND c.place >= ${chunk} AND (c.place, each.number) > (${chunk}, ${number}::bigint)
        AND c.place < ALL (
          SELECT ahead.place FROM operation_chunks AS ahead JOIN operations AS o ON o.id = ahead.operation_id
          WHERE o.id = ${operationId} AND o.state = 'running' AND ahead.outcomes IS NULL
        )
        ${outcome === undefined ? sql`` : sql`AND c.outcomes @> ARRAY[${outcome}]::text[] AND each.outcome = ${outcome}`}
      ORDER BY c.place, each.number LIMIT ${limit}
    ) AS page LEFT JOIN resources AS r ON r.id = page."resourceId"
    ORDER BY page.chunk, page.number`.execute(db);
  return rows;
}
