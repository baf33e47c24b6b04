'use client';

import './tags.css';
import { type MouseEvent, type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Icon } from '../ui/icon';
import { applyPatch, changesNothing, patchBetween, type SeenTags, type TagDraft } from './tag-draft';
import { type FocusAfter, TagEditor } from './tag-editor';
import { TagList } from './tag-list';
import { closeSession, openSession, useTagSession } from './tag-sessions';
import { useEditTags } from './use-edit-tags';

interface EditableTagsProps {
  resource: SeenTags & { id: string; name: string };
  /** In a table: the pixels that the tags may take on one line. Without it they wrap, as in a panel. */
  width?: number;
  /** What the button shows beside its name. */
  button?: ReactNode;
  /** In a table only the active row is reached by Tab. */
  tabIndex?: number;
}

/** The tags of one resource, and their editor in the same place once its button or a chip is pressed. */
export function EditableTags({ resource, width, button = <Icon name="pencil" />, tabIndex }: EditableTagsProps) {
  const { id, name } = resource;
  const session = useTagSession(id);
  const opener = useRef<HTMLButtonElement>(null);
  const editTags = useEditTags();

  function close(focus: FocusAfter) {
    // At once, so that Tab goes on from the cell.
    flushSync(() => closeSession(id));
    if (focus === 'cell') opener.current?.focus();
  }

  function save(seen: SeenTags, draft: TagDraft, focus: FocusAfter) {
    close(focus);
    if (!changesNothing(patchBetween(seen.tags, draft.tags))) editTags({ id, name, seen, wanted: draft.tags });
  }

  function openAtChip(event: MouseEvent<HTMLElement>) {
    const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tag]') : null;
    if (chip === null) return;
    event.stopPropagation();
    openSession(id, resource, chip.dataset.tag);
  }

  const layout = width === undefined ? 'tags tags-wrap' : 'tags';
  if (session !== undefined) {
    const { seen, theirs } = session;
    return (
      <div className={layout} data-tags-of={id}>
        <TagEditor
          resource={resource}
          session={session}
          onSave={(draft, focus) => save(seen, draft, focus)}
          onCancel={() => close('cell')}
          onKeepMine={(draft) => theirs && save(theirs, { ...draft, tags: applyPatch(theirs.tags, patchBetween(seen.tags, draft.tags)) }, 'cell')}
        />
      </div>
    );
  }
  return (
    <div className={layout} data-tags-of={id} onClick={openAtChip}>
      <TagList tags={resource.tags} width={width} />
      <button ref={opener} type="button" tabIndex={tabIndex} className={width === undefined ? 'add-tag' : 'icon-btn icon-btn-small edit-tags'} aria-label={`Edit tags of ${name}`} onClick={() => openSession(id, resource)}>
        {button}
      </button>
    </div>
  );
}
