import * as z from 'zod/mini';
import type { SavedView } from '@/domain/saved-view';
import { answerJson, door } from '../http-door';
import { readIfMatch } from '../if-match';
import { readJson } from '../read-json';
import { readParameters } from '../read-parameters';
import { ListViewsInput, SaveViewInput } from './view-input';

const MAX_VIEW_BYTES = 256 * 1024;

interface OfView {
  slug: string;
}

export const viewsDoor = door(async ({ request, api }) => answerJson(await api.views.list(z.parse(ListViewsInput, readParameters(request, { counts: 'text' })))));

export const saveViewDoor = door(async ({ request, api }) => {
  readParameters(request, {});
  const saved = await api.views.save(z.parse(SaveViewInput, await readJson(request, MAX_VIEW_BYTES)));
  return answerView(saved, { location: `/api/v1/views/${encodeURIComponent(saved.slug)}` }, 201);
});

export const viewDoor = door<OfView>(async ({ request, api, params }) => {
  readParameters(request, {});
  return answerView(await api.views.open({ slug: slugIn(params) }));
});

/** A patch, never a replacement; with another `slug` the view moves to another address. */
export const updateViewDoor = door<OfView>(async ({ request, api, params }) => {
  readParameters(request, {});
  const change = z.parse(SaveViewInput, await readJson(request, MAX_VIEW_BYTES));
  return answerView(await api.views.update({ slug: slugIn(params), change, ...revisionIn(request) }));
});

export const removeViewDoor = door<OfView>(async ({ request, api, params }) => {
  readParameters(request, {});
  await api.views.remove({ slug: slugIn(params), ...revisionIn(request) });
  return new Response(null, { status: 204 });
});

const answerView = (view: SavedView, headers: Record<string, string> = {}, status = 200): Response =>
  answerJson(view, { etag: `"${view.revision}"`, ...headers }, status);

/** Next leaves what is no ASCII in an address escaped. */
function slugIn({ slug }: OfView): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

function revisionIn(request: Request): { revision?: number } {
  const revision = readIfMatch(request);
  return revision === undefined ? {} : { revision };
}
