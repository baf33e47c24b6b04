import * as z from 'zod/mini';
import { TagPatchShape } from '@/domain/tag-patch-shape';
import { answerJson, door } from '../http-door';
import { readIfMatch } from '../if-match';
import { readJson } from '../read-json';
import { readParameters } from '../read-parameters';

const MAX_PATCH_BYTES = 256 * 1024;

export const editTagsDoor = door<{ id: string }>(async ({ request, api, params }) => {
  readParameters(request, {});
  const patch = z.parse(TagPatchShape, await readJson(request, MAX_PATCH_BYTES));
  const revision = readIfMatch(request);
  const { tags, revision: now } = await api.tags.edit({ ...patch, id: params.id, ...(revision === undefined ? {} : { revision }) });
  return answerJson({ tags, revision: now }, { etag: `"${now}"` });
});
