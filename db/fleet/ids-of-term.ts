import type { FieldTerm, Term } from '@/domain/selector/tree';
import type { Db } from '../client';
import { matches } from '../matches';

const IS_RETIRED: FieldTerm = { type: 'field', field: 'is', op: '=', values: [{ type: 'text', text: 'retired' }] };

/** The ids of all resources, retired ones too, for which one term holds: for terms that the fleet index cannot answer. */
export async function idsOfTerm(db: Db, term: Term, now: Date): Promise<string[]> {
  // A query that speaks of retired resources leaves none out.
  const anyService = { type: 'or', parts: [IS_RETIRED, { type: 'not', part: IS_RETIRED }] } as const;
  const rows = await db
    .selectFrom('resources as r')
    .where(matches({ type: 'and', parts: [term, { ...anyService, parts: [...anyService.parts] }] }, { now }))
    .select('r.id')
    .execute();
  return rows.map((row) => row.id);
}
