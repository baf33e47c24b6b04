import type * as z from 'zod/mini';
import { findView, listViews as listStored, viewQueries } from '@/db/views/list-views';
import { keyOfColumn } from '@/domain/columns';
import { fold } from '@/domain/fold';
import type { ListedView, OpenedView, SavedView } from '@/domain/saved-view';
import { expandViews } from '@/domain/selector/expand-views';
import { parseSelector } from '@/domain/selector/parse-selector';
import { SelectorError } from '@/domain/selector/selector-error';
import type { Selector } from '@/domain/selector/tree';
import { viewsAsking } from '@/domain/selector/view-graph';
import type { Context } from '../context';
import { refuseUnknownView } from './edit-views';
import type { ListViewsInput } from './view-input';

export interface ViewList {
  items: ListedView[];
  /** How many resources there are; null where that is not counted. */
  everything: number | null;
}

const EVERYTHING: Selector = { type: 'everything' };

/** All views by name; with their counts at one moment where the index can give them. */
export async function listViews({ db, fleet }: Context, { counts }: z.infer<typeof ListViewsInput>): Promise<ViewList> {
  const views = await listStored(db);
  if (counts !== 'exact') return { items: views.map((view) => ({ ...view, count: null })), everything: null };
  const queries = new Map(views.map(({ slug, q }) => [slug, q]));
  const selectors = views.map((view) => runnable(view, queries));
  const counted = await fleet?.counts([EVERYTHING, ...selectors.map((selector) => selector ?? EVERYTHING)], new Date());
  const items = views.map((view, place) => ({ ...view, count: selectors[place] === undefined ? null : (counted?.[place + 1] ?? null) }));
  return { items, everything: counted?.[0] ?? null };
}

function runnable({ slug, q }: SavedView, queries: ReadonlyMap<string, string>): Selector | undefined {
  try {
    return expandViews(parseSelector(q), queries, slug);
  } catch (error) {
    if (error instanceof SelectorError) return undefined;
    throw error;
  }
}

/** One view, with what of it is gone and what asks for it. */
export async function openView(context: Context, slug: string): Promise<OpenedView> {
  const view = await findView(context.db, slug);
  if (view === undefined) return refuseUnknownView(slug);
  const [gone, queries] = await Promise.all([goneKeys(context, view), viewQueries(context.db)]);
  return { ...view, problems: gone, usedBy: viewsAsking(slug, queries) };
}

/** The tag and label keys of its columns, groups and order that no resource has any more. While SQL answers none: it would count all tags of the fleet to open a view. */
async function goneKeys({ fleet }: Context, view: SavedView): Promise<OpenedView['problems']> {
  const asked = (['columns', 'group', 'sort'] as const).flatMap((path) => view[path].split(',').flatMap((word) => {
    const key = keyOfColumn(word.replace(/^-/, ''));
    return key === undefined ? [] : [{ path, ...key }];
  }));
  if (asked.length === 0) return [];
  const facets = asked.map(({ space, key }) => ({ name: `${space}:${key}`, facet: { type: 'values', space, key: fold(key) } as const }));
  const counted = await fleet?.facets({ selector: EVERYTHING, facets, limit: 1, now: new Date() });
  if (counted === undefined) return [];
  const isGone = (place: number) => counted.facets[place]?.missing === counted.total;
  return asked.filter((_, place) => isGone(place)).map(({ path, space, key }) => ({ path, message: `no resource has the ${space} ${key} any more` }));
}
