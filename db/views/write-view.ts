import { sql } from 'kysely';
import { fold } from '@/domain/fold';
import type { SavedView } from '@/domain/saved-view';
import { uuidV7 } from '@/domain/uuid-v7';
import type { ViewChange, Written, WriteTx } from '../write-tx';
import { findView, listViews } from './list-views';

/** What a person says of a view. */
export type ViewDraft = Omit<SavedView, 'id' | 'revision' | 'createdAt' | 'updatedAt'>;

/** All views, which nobody else changes before this transaction ends: one may ask for another, so that each change is about all of them. */
export async function lockViews(tx: WriteTx): Promise<SavedView[]> {
  await sql`LOCK TABLE saved_views IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
  return listViews(tx);
}

export async function insertView(tx: WriteTx, draft: ViewDraft): Promise<Written<SavedView>> {
  const id = uuidV7();
  const others = draft.isDefault ? await noDefault(tx) : [];
  await tx.insertInto('saved_views').values({ id, ...columnsOf(draft) }).execute();
  return { result: await written(tx, draft.slug), changes: [], views: [...others, ...changesOf(id, undefined, draft)] };
}

/** The view as it is said now. What changes nothing leaves its revision as it is. */
export async function updateView(tx: WriteTx, before: SavedView, draft: ViewDraft): Promise<Written<SavedView>> {
  const { id } = before;
  const others = draft.isDefault && !before.isDefault ? await noDefault(tx) : [];
  const own = changesOf(id, before, draft);
  if (own.length > 0) {
    const isChange = own.some(({ field }) => field !== 'isDefault');
    await tx
      .updateTable('saved_views')
      .where('id', '=', id)
      .set({ ...columnsOf(draft), ...(isChange && { revision: before.revision + 1, updated_at: sql`now()` }) })
      .execute();
  }
  return { result: await written(tx, draft.slug), changes: [], views: [...others, ...own] };
}

export async function deleteView(tx: WriteTx, view: SavedView): Promise<Written<void>> {
  await tx.deleteFrom('saved_views').where('id', '=', view.id).execute();
  return { result: undefined, changes: [], views: changesOf(view.id, view, undefined) };
}

/** The view that opens by itself does so no longer. */
async function noDefault(tx: WriteTx): Promise<ViewChange[]> {
  const rows = await tx.updateTable('saved_views').where('is_default', '=', true).set({ is_default: false }).returning('id').execute();
  return rows.map(({ id }) => ({ viewId: id, field: 'isDefault', oldValue: 'true', newValue: 'false' }));
}

async function written(tx: WriteTx, slug: string): Promise<SavedView> {
  const view = await findView(tx, slug);
  if (view === undefined) throw new Error('a view that was just written is not there');
  return view;
}

const columnsOf = (draft: ViewDraft) => ({
  slug: draft.slug,
  name: draft.name,
  name_fold: fold(draft.name),
  query: draft.q,
  sort: draft.sort,
  columns: draft.columns,
  pinned: draft.pinned,
  grouped_by: draft.group,
  density: draft.density,
  picture: draft.picture,
  is_default: draft.isDefault,
});

const RECORDED = ['slug', 'name', 'q', 'sort', 'columns', 'pinned', 'group', 'density', 'picture', 'isDefault'] as const satisfies (keyof ViewDraft)[];

function changesOf(viewId: string, before: ViewDraft | undefined, after: ViewDraft | undefined): ViewChange[] {
  const valueIn = (view: ViewDraft | undefined, field: (typeof RECORDED)[number]) => (view === undefined ? null : String(view[field]));
  return RECORDED.map((field) => ({ viewId, field, oldValue: valueIn(before, field), newValue: valueIn(after, field) })).filter(
    ({ oldValue, newValue }) => oldValue !== newValue,
  );
}
