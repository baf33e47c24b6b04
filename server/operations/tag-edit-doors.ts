import * as z from 'zod/mini';
import type { Operation } from '@/domain/operation';
import { badInput } from '../errors';
import { answerJson, door } from '../http-door';
import { readJson } from '../read-json';
import { readParameters } from '../read-parameters';
import { RunInput } from './edit-many';
import { ProgressInput } from './list-progress';

/** Room for as many ids as may be named. */
const MAX_EDIT_BYTES = 8 * 1024 * 1024;

const DoorShape = z.extend(RunInput, { dryRun: z.optional(z.boolean()) });

export const tagEditsDoor = door(async ({ request, api }) => {
  readParameters(request, {});
  const { dryRun = false, preview, ...edit } = z.parse(DoorShape, await readJson(request, MAX_EDIT_BYTES));
  if (!dryRun) return accepted(await api.tagEdits.run({ ...edit, ...(preview === undefined ? {} : { preview }) }));
  if (preview !== undefined) throw badInput([{ path: 'preview', message: 'a preview is not previewed again: leave dryRun out to run it' }]);
  return answerJson(await api.tagEdits.preview(edit));
});

export const recentTagEditsDoor = door(async ({ request, api }) => answerJson(await api.tagEdits.list(readParameters(request, { limit: 'number', cursor: 'text' }))));

export const tagEditDoor = door<{ id: string }>(async ({ request, api, params }) => {
  const page = readParameters(request, { limit: 'number', cursor: 'text', outcome: 'text' });
  return answerJson(await api.tagEdits.progress(z.parse(ProgressInput, { ...page, id: params.id })));
});

export const undoTagEditDoor = door<{ id: string }>(async ({ request, api, params }) => {
  readParameters(request, {});
  return accepted(await api.tagEdits.undo({ id: params.id }));
});

/** It may still run: the address tells how far it is. */
const accepted = (operation: Operation): Response => answerJson(operation, { location: `/api/v1/tag-edits/${operation.id}` }, 202);
