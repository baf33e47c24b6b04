import { edit, read, router } from '../trpc';
import { editTags, TagEditInput } from './edit-tags';
import { suggest, SuggestInput } from './suggest';

export const tags = router({
  edit: edit.input(TagEditInput).mutation(({ ctx, input }) => editTags(ctx.write, input)),
  suggest: read.input(SuggestInput).query(({ ctx, input }) => suggest(ctx, input)),
});
