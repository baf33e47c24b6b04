import { edit, read, router } from '../trpc';
import { duplicateView, removeView, saveView, setDefaultView, updateOne } from './edit-views';
import { listViews, openView } from './read-views';
import { DefaultViewInput, DuplicateViewInput, ListViewsInput, OneViewInput, RemoveViewInput, SaveViewInput, UpdateViewInput } from './view-input';

export const views = router({
  list: read.input(ListViewsInput).query(({ ctx, input }) => listViews(ctx, input)),
  open: read.input(OneViewInput).query(({ ctx, input }) => openView(ctx, input.slug)),
  save: edit.input(SaveViewInput).mutation(({ ctx, input }) => ctx.write((tx) => saveView(tx, input))),
  update: edit.input(UpdateViewInput).mutation(({ ctx, input }) => ctx.write((tx) => updateOne(tx, input))),
  duplicate: edit.input(DuplicateViewInput).mutation(({ ctx, input }) => ctx.write((tx) => duplicateView(tx, input))),
  remove: edit.input(RemoveViewInput).mutation(({ ctx, input }) => ctx.write((tx) => removeView(tx, input))),
  setDefault: edit.input(DefaultViewInput).mutation(({ ctx, input }) => ctx.write((tx) => setDefaultView(tx, input))),
});
