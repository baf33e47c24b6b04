import * as z from 'zod/mini';
import { listOperations } from '@/db/operations/find-operation';
import { listResults, type ResultPosition } from '@/db/operations/list-results';
import { type Operation, type OperationResult, RESULT_OUTCOMES } from '@/domain/operation';
import type { Context } from '../context';
import { ResourceId } from '../resource-id';
import { knownOperation } from './known-operation';

const MAX_PAGE = 500;
const DEFAULT_PAGE = 100;
const limit = z.optional(z.int().check(z.minimum(1), z.maximum(MAX_PAGE)));
const NO_CURSOR = 'this is no cursor of this registry';

export const ProgressInput = z.strictObject({
  id: ResourceId,
  limit,
  cursor: z.optional(z.string().check(z.regex(/^\d{1,6}\.\d{1,6}$/, NO_CURSOR))),
  /** Only these results. */
  outcome: z.optional(z.enum(RESULT_OUTCOMES)),
});

export const RecentInput = z.strictObject({ limit, cursor: z.optional(ResourceId) });

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** How far an operation is, and what became of each resource so far, in the order of their ids. */
export async function progress(context: Context, { id, limit: asked = DEFAULT_PAGE, cursor, outcome }: z.infer<typeof ProgressInput>): Promise<Operation & Page<OperationResult>> {
  const operation = await knownOperation(context, id);
  const found = await listResults(context.db, {
    operationId: id,
    limit: asked + 1,
    ...(outcome === undefined ? {} : { outcome }),
    ...(cursor === undefined ? {} : { after: positionOf(cursor) }),
  });
  const page = found.slice(0, asked);
  const last = page.at(-1);
  return {
    ...operation,
    items: page.map(({ resourceId, name, kind, outcome: became }) => ({ resourceId, name, kind, outcome: became })),
    nextCursor: found.length > asked && last !== undefined ? `${last.chunk}.${last.number}` : null,
  };
}

function positionOf(cursor: string): ResultPosition {
  const [chunk = 0, number = 0] = cursor.split('.').map(Number);
  return { chunk, number };
}

/** The operations that were run, newest first. */
export async function recent({ db }: Context, { limit: asked = DEFAULT_PAGE, cursor }: z.infer<typeof RecentInput>): Promise<Page<Operation>> {
  const found = await listOperations(db, { limit: asked + 1, ...(cursor === undefined ? {} : { before: cursor }) });
  const items = found.slice(0, asked);
  return { items, nextCursor: found.length > asked ? (items.at(-1)?.id ?? null) : null };
}
