import * as z from 'zod/mini';
import { editTags as editInSql, type TagEditOutcome } from '@/db/tags/edit-tags';
import type { WriteTx, Written } from '@/db/write-tx';
import type { TagBefore } from '@/domain/tag-cells';
import { TagPatchShape } from '@/domain/tag-patch-shape';
import { MAX_TAGS_PER_RESOURCE, readTagPatch } from '@/domain/tags';
import { AppError, badInput } from '../errors';
import { refuseUnknownResource, ResourceId } from '../resource-id';

export const TagEditInput = z.extend(TagPatchShape, {
  id: ResourceId,
  revision: z.optional(z.int().check(z.nonnegative())),
});

interface EditedTags {
  tags: Record<string, string>;
  revision: number;
  /** The tags that were written, as they were. */
  before: TagBefore[];
}

type Write = (work: (tx: WriteTx) => Promise<Written<TagEditOutcome>>) => Promise<TagEditOutcome>;

/** Checks a patch of one resource's tags and applies it. */
export async function editTags(write: Write, { id, revision, ...input }: z.infer<typeof TagEditInput>): Promise<EditedTags> {
  const read = readTagPatch(input);
  if ('problems' in read) throw badInput(read.problems);
  const edit = { id, patch: read.patch, ...(revision === undefined ? {} : { revision }) };
  const outcome = await write((tx) => editInSql(tx, edit));
  switch (outcome.outcome) {
    case 'done':
      return { tags: outcome.tags, revision: outcome.revision, before: outcome.before };
    case 'not-found':
      return refuseUnknownResource();
    case 'moved-on':
      throw new AppError('conflict', `Somebody else changed this resource: it is at revision ${outcome.revision} now. Read it again, then repeat the edit.`);
    case 'too-many-tags':
      throw badInput([{ path: 'set', message: `a resource has at most ${MAX_TAGS_PER_RESOURCE} tags, this would make ${outcome.count}` }]);
  }
}
