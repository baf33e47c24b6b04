import * as z from 'zod/mini';
import { createOperation } from '@/db/operations/create-operation';
import { previewOperation } from '@/db/operations/preview-operation';
import { startOperation } from '@/db/operations/start-operation';
import type { Operation, OperationPreview } from '@/domain/operation';
import { TagPatchShape } from '@/domain/tag-patch-shape';
import { readTagPatch, type TagPatch } from '@/domain/tags';
import type { Context } from '../context';
import { AppError, badInput } from '../errors';
import { ResourceId } from '../resource-id';
import { readSelection, SelectionShape } from '../selection';
import { knownOperation } from './known-operation';
import { runInBackground } from '../run-in-background';

const MAX_REASON = 1_000;
/** A small edit is done before it is answered. */
const PATIENCE_MS = 500;

const ACTION = 'tagEdits.run';

export const EditManyInput = z.extend(z.extend(SelectionShape, TagPatchShape.shape), {
  /** Kept in the audit. */
  reason: z.optional(z.string().check(z.maxLength(MAX_REASON), z.refine((text) => !/\u0000|\p{Surrogate}/u.test(text), 'this text cannot be stored'))),
});

/** What was previewed, or an edit that is frozen and run at once. */
export const RunInput = z.extend(EditManyInput, { preview: z.optional(ResourceId) });

/** Freezes which resources an edit is about and answers what it would do to them. */
export async function previewEdit(context: Context, input: z.infer<typeof EditManyInput>): Promise<OperationPreview> {
  return previewOperation(context.db, await knownOperation(context, await freeze(context, input, 'previewed')));
}

/** Runs an edit in the background. The same preview run twice is run once, so that whoever got no answer may ask again. */
export async function runEdit(context: Context, { preview, ...edit }: z.infer<typeof RunInput>): Promise<Operation> {
  if (preview === undefined) return run(context, await freeze(context, edit, 'running'));
  const others = Object.keys(edit);
  if (others.length > 0) throw badInput(others.map((path) => ({ path, message: 'a preview is run as it is: nothing else is taken' })));
  await startOperation(context.db, preview);
  const operation = await knownOperation(context, preview);
  if (operation.state === 'previewed') throw new AppError('expired', 'This preview has expired. Preview the edit again: what it would do may have changed.');
  return run(context, preview);
}

/** Goes on with an operation in this process; answers how far it is after a moment. */
export async function run(context: Context, id: string): Promise<Operation> {
  const operation = await knownOperation(context, id);
  if (operation.state !== 'running') return operation;
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
  await Promise.race([runInBackground(context.db, operation), patience]);
  clearTimeout(timer);
  return knownOperation(context, id);
}

async function freeze(context: Context, { q, ids, reason, ...input }: z.infer<typeof EditManyInput>, state: 'previewed' | 'running'): Promise<string> {
  const patch = readPatch(input);
  const resources = await readSelection(context, { ...(q === undefined ? {} : { q }), ...(ids === undefined ? {} : { ids }) });
  const { db, actor } = context;
  return createOperation(db, { state, actor, action: ACTION, patch, resources, ...(q === undefined ? {} : { query: q }), ...(reason === undefined ? {} : { reason }) });
}

function readPatch(input: z.infer<typeof TagPatchShape>): TagPatch {
  const read = readTagPatch(input);
  if ('problems' in read) throw badInput(read.problems);
  const { set, remove } = read.patch;
  if (Object.keys(set).length + remove.length === 0) throw badInput([{ path: 'set', message: 'at least one tag to set or to remove is expected' }]);
  return read.patch;
}
