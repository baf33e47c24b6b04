import type * as z from 'zod/mini';
import { deleteView, insertView, lockViews, updateView, type ViewDraft } from '@/db/views/write-view';
import type { Written, WriteTx } from '@/db/write-tx';
import { type SavedView, USUAL_SETTINGS, VIEW_LIMITS } from '@/domain/saved-view';
import { viewsAsking } from '@/domain/selector/view-graph';
import { freeSlugOf } from '@/domain/view-slug';
import { AppError, badInput } from '../errors';
import { checkView } from './check-view';
import type { DefaultViewInput, DuplicateViewInput, RemoveViewInput, UpdateViewInput, ViewParts } from './view-input';

/** All of these run inside of one transaction, while nobody else changes a view. */

export async function saveView(tx: WriteTx, parts: ViewParts): Promise<Written<SavedView>> {
  return addView(tx, await lockViews(tx), { ...USUAL_SETTINGS, isDefault: false, ...given(parts) });
}

export async function updateOne(tx: WriteTx, { slug, revision, change }: z.infer<typeof UpdateViewInput>): Promise<Written<SavedView>> {
  const views = await lockViews(tx);
  const before = viewToChange(views, slug, revision);
  const draft: ViewDraft = { ...before, ...given(change) };
  await checkView(tx, draft, views.filter((view) => view !== before), before);
  return updateView(tx, before, draft);
}

/** The same view under a name of its own. */
export async function duplicateView(tx: WriteTx, { slug, name }: z.infer<typeof DuplicateViewInput>): Promise<Written<SavedView>> {
  const views = await lockViews(tx);
  const view = viewToChange(views, slug, undefined);
  const own = name?.trim() ?? freeName(view.name, views);
  return addView(tx, views, { ...view, isDefault: false, name: own, slug: undefined });
}

export async function removeView(tx: WriteTx, { slug, revision }: z.infer<typeof RemoveViewInput>): Promise<Written<void>> {
  const views = await lockViews(tx);
  const view = viewToChange(views, slug, revision);
  const asking = viewsAsking(slug, new Map(views.map((each) => [each.slug, each.q])));
  if (asking.length > 0) {
    const message = `${asking.join(', ')} ${asking.length === 1 ? 'asks' : 'ask'} for view:${slug}: change that first`;
    throw new AppError('in_use', `This view cannot be deleted: ${message}.`, { errors: [{ path: 'slug', message }] });
  }
  return deleteView(tx, view);
}

export async function setDefaultView(tx: WriteTx, { slug }: z.infer<typeof DefaultViewInput>): Promise<Written<SavedView | null>> {
  const views = await lockViews(tx);
  const view = slug === null ? views.find(({ isDefault }) => isDefault) : viewToChange(views, slug, undefined);
  if (view === undefined) return { result: null, changes: [] };
  return updateView(tx, view, { ...view, isDefault: slug !== null });
}

async function addView(tx: WriteTx, views: readonly SavedView[], { name = '', slug, ...rest }: Omit<ViewDraft, 'name' | 'slug'> & Pick<ViewParts, 'name' | 'slug'>): Promise<Written<SavedView>> {
  if (views.length >= VIEW_LIMITS.views) throw badInput([{ path: '', message: `there are ${VIEW_LIMITS.views} views, which is as many as can be: delete one first` }]);
  const draft: ViewDraft = { ...rest, name, slug: slug ?? freeSlugOf(name, new Set(views.map((view) => view.slug))) };
  await checkView(tx, draft, views);
  return insertView(tx, draft);
}

function viewToChange(views: readonly SavedView[], slug: string, revision: number | undefined): SavedView {
  const view = views.find((each) => each.slug === slug);
  if (view === undefined) return refuseUnknownView(slug);
  if (revision === undefined || revision === view.revision) return view;
  throw new AppError('conflict', `Somebody else changed this view: it is at revision ${view.revision} now. Read it again, then repeat the change.`);
}

export function refuseUnknownView(slug: string): never {
  throw new AppError('not_found', `There is no view ${slug}.`);
}

function freeName(name: string, views: readonly SavedView[]): string {
  const taken = new Set(views.map((view) => view.name));
  for (let number = 1; ; number++) {
    const copy = `${[...name].slice(0, VIEW_LIMITS.nameCharacters - 10).join('')} copy${number === 1 ? '' : ` ${number}`}`;
    if (!taken.has(copy)) return copy;
  }
}

/** Without the parts that are undefined. */
const given = (parts: ViewParts) => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Defined<ViewParts>; // just left out

type Defined<Parts> = { [Name in keyof Parts]: Exclude<Parts[Name], undefined> };
