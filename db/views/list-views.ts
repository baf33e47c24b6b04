import type { Selectable } from 'kysely';
import type { SavedView } from '@/domain/saved-view';
import type { Db } from '../client';
import type { SavedViews } from '../schema';

/** All views, by name. */
export async function listViews(db: Db): Promise<SavedView[]> {
  return (await db.selectFrom('saved_views').selectAll().orderBy('name_fold').execute()).map(viewOf);
}

export async function findView(db: Db, slug: string): Promise<SavedView | undefined> {
  const row = await db.selectFrom('saved_views').where('slug', '=', slug).selectAll().executeTakeFirst();
  return row && viewOf(row);
}

/** What each view asks for, by its slug. */
export async function viewQueries(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('saved_views').select(['slug', 'query']).execute();
  return new Map(rows.map(({ slug, query }) => [slug, query]));
}

const viewOf = (row: Selectable<SavedViews>): SavedView => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  q: row.query,
  sort: row.sort,
  columns: row.columns,
  pinned: row.pinned,
  group: row.grouped_by,
  density: row.density,
  picture: row.picture,
  isDefault: row.is_default,
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
