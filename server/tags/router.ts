import { SelectionShape } from '../selection';
import { edit, read, router } from '../trpc';
import { EditCellsInput, editCells } from './edit-cells';
import { editTags, TagEditInput } from './edit-tags';
import { suggest, SuggestInput } from './suggest';
import { tagsOfSelection } from './tags-of-selection';

export const tags = router({
  edit: edit.input(TagEditInput).mutation(({ ctx, input }) => editTags(ctx.write, input)),
  editCells: edit.input(EditCellsInput).mutation(({ ctx, input }) => editCells(ctx.write, input)),
  ofSelection: read.input(SelectionShape).query(({ ctx, input }) => tagsOfSelection(ctx, input)),
  suggest: read.input(SuggestInput).query(({ ctx, input }) => suggest(ctx, input)),
});
