import * as z from 'zod/mini';
import type { Picked } from '@/db/picked-ids';
import { unknownIds } from '@/db/resources/unknown-ids';
import type { Context } from './context';
import { badInput } from './errors';
import { readSelector } from './read-selector';
import { ResourceId } from './resource-id';

const MAX_IDS = 100_000;
const MAX_PROBLEMS = 10;

/** Some resources: all that a query picks, or those that are named. Exactly one of the two, checked when it is read. */
export const SelectionShape = z.strictObject({
  q: z.optional(z.string()),
  ids: z.optional(z.array(ResourceId).check(z.minLength(1), z.maxLength(MAX_IDS, `at most ${MAX_IDS} ids: a query has no such limit`))),
});

/** What is picked, as of this moment: by the fleet index while it is there, else by SQL. An id that no resource has is refused. */
export async function readSelection({ db, fleet }: Context, { q, ids }: z.infer<typeof SelectionShape>): Promise<Picked> {
  if ((q === undefined) === (ids === undefined)) {
    throw badInput([{ path: 'q', message: 'either a query or ids are expected: "" is the query for everything' }]);
  }
  if (ids !== undefined) {
    const unknown = new Set(await unknownIds(db, ids));
    const problems = ids.flatMap((id, place) => (unknown.has(id) ? [{ path: `ids.${place}`, message: 'there is no resource with this id' }] : []));
    if (problems.length > 0) throw badInput(problems.slice(0, MAX_PROBLEMS));
    return { by: 'ids', ids };
  }
  const selector = await readSelector(db, q);
  const now = new Date();
  const bytes = await fleet?.ids({ selector, now });
  return bytes === undefined ? { by: 'query', selector, now } : { by: 'bytes', bytes };
}
