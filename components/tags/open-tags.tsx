'use client';

import { applyPatch, changesNothing, patchBetween, type SeenTags, type TagDraft } from './tag-draft';
import { type FocusAfter, TagEditor } from './tag-editor';
import type { TagSession } from './tag-sessions';
import { useEditTags } from './use-edit-tags';

export interface OpenTagsProps {
  resource: SeenTags & { id: string; name: string };
  session: TagSession;
  onClose: (focus: FocusAfter) => void;
}

/** The editor of one resource's tags, and what becomes of what is written in it. */
export function OpenTags({ resource, session: { seen, theirs }, session, onClose }: OpenTagsProps) {
  const { id, name } = resource;
  const editTags = useEditTags();

  function save(before: SeenTags, draft: TagDraft, focus: FocusAfter) {
    onClose(focus);
    if (!changesNothing(patchBetween(before.tags, draft.tags))) editTags({ id, name, seen: before, wanted: draft.tags });
  }

  return (
    <TagEditor
      resource={resource}
      session={session}
      onSave={(draft, focus) => save(seen, draft, focus)}
      onCancel={() => onClose('cell')}
      onKeepMine={(draft) => theirs && save(theirs, { ...draft, tags: applyPatch(theirs.tags, patchBetween(seen.tags, draft.tags)) }, 'cell')}
    />
  );
}
