import * as z from 'zod/mini';
import { TagPatchShape } from '@/domain/tag-patch-shape';
import { AppError } from '../errors';
import { answerJson, door } from '../http-door';
import { readJson } from '../read-json';
import { readParameters } from '../read-parameters';

const MAX_PATCH_BYTES = 256 * 1024;

export const editTagsDoor = door<{ id: string }>(async ({ request, api, params }) => {
  readParameters(request, {});
  const patch = z.parse(TagPatchShape, await readJson(request, MAX_PATCH_BYTES));
  const revision = readIfMatch(request.headers.get('if-match'));
  const edited = await api.tags.edit({ ...patch, id: params.id, ...(revision === undefined ? {} : { revision }) });
  return answerJson(edited, { etag: `"${edited.revision}"` });
});

/** The revision that the caller saw. `*` asks only that the resource is there, which the edit checks anyway. */
function readIfMatch(header: string | null): number | undefined {
  if (header === null || header.trim() === '*') return undefined;
  const [, revision] = /^"(\d{1,9})"$/.exec(header.trim()) ?? [];
  if (revision !== undefined) return Number(revision);
  throw new AppError('conflict', 'If-Match names no revision of this resource; it takes one quoted ETag, such as "3".');
}
