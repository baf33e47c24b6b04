import * as z from 'zod/mini';
import { ResourceId } from '../resource-id';
import { edit, read, router } from '../trpc';
import { EditManyInput, previewEdit, runEdit, RunInput } from './edit-many';
import { progress, ProgressInput, recent, RecentInput } from './list-progress';
import { undoEdit } from './undo-edit';

/** Edits of the tags of many resources. */
export const tagEdits = router({
  preview: edit.input(EditManyInput).mutation(({ ctx, input }) => previewEdit(ctx, input)),
  run: edit.input(RunInput).mutation(({ ctx, input }) => runEdit(ctx, input)),
  undo: edit.input(z.strictObject({ id: ResourceId })).mutation(({ ctx, input }) => undoEdit(ctx, input.id)),
  progress: read.input(ProgressInput).query(({ ctx, input }) => progress(ctx, input)),
  list: read.input(RecentInput).query(({ ctx, input }) => recent(ctx, input)),
});
