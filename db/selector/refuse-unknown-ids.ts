import { SelectorError } from '@/domain/selector/selector-error';
import { type Selector, termsOf } from '@/domain/selector/tree';
import type { Db } from '../client';

/** `under:` an id that no resource has is a mistake, not an empty answer. To be asked before the query is run. */
export async function refuseUnknownIds(db: Db, selector: Selector): Promise<void> {
  const asked = [...termsOf(selector)].flatMap((term) => (term.type === 'field' && term.field === 'under' ? term.values : []));
  const values = asked.flatMap((value) => (value.type === 'text' ? [value] : []));
  if (values.length === 0) return;
  const rows = await db.selectFrom('resources').select('id').where('id', 'in', values.map(({ text }) => text)).execute();
  const known = new Set(rows.map(({ id }) => id));
  const unknown = values.find(({ text }) => !known.has(text));
  if (unknown) throw new SelectorError(`there is no resource ${unknown.text}`, unknown.at ?? { position: 0 });
}
