'use client';

import './tags.css';
import { type MouseEvent, type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Icon } from '../ui/icon';
import type { SeenTags } from './tag-draft';
import type { FocusAfter } from './tag-editor';
import { TagList } from './tag-list';
import { closeSession, openSession, useTagSession } from './tag-sessions';
import { useOpenTags } from './use-open-tags';

interface EditableTagsProps {
  resource: SeenTags & { id: string; name: string };
  /** In a table: the pixels that the tags may take on one line. Without it they wrap, as in a panel. */
  width?: number;
  /** What the button shows beside its name. */
  button?: ReactNode;
  /** In a table only the active row is reached by Tab. */
  tabIndex?: number;
  /** The editor is shown in another place that has the same tags. */
  editedElsewhere?: boolean;
}

/** The tags of one resource, and their editor in the same place once its button or a chip is pressed. */
export function EditableTags({ resource, width, button = <Icon name="pencil" />, tabIndex, editedElsewhere = false }: EditableTagsProps) {
  const { id, name } = resource;
  const session = useTagSession(id);
  const opener = useRef<HTMLButtonElement>(null);
  const isOpen = session !== undefined && !editedElsewhere;
  const { OpenTags, failed, ask } = useOpenTags(isOpen);

  function close(focus: FocusAfter) {
    // At once, so that Tab goes on from the cell.
    flushSync(() => closeSession(id));
    if (focus === 'cell') opener.current?.focus();
  }

  function open(taken?: string) {
    openSession(id, resource, taken);
    if (failed) ask();
  }

  function openAtChip(event: MouseEvent<HTMLElement>) {
    const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tag]') : null;
    if (chip === null) return;
    event.stopPropagation();
    open(chip.dataset.tag);
  }

  const layout = width === undefined ? 'tags tags-wrap' : 'tags';
  if (isOpen && OpenTags) {
    return (
      <div className={layout} data-tags-of={id}>
        <OpenTags key={id} resource={resource} session={session} onClose={close} />
      </div>
    );
  }
  return (
    <div className={layout} data-tags-of={id} onClick={openAtChip}>
      {isOpen && failed ? <span role="alert" className="tag-problem">The editor could not be loaded. Press again.</span> : <TagList tags={resource.tags} width={width} />}
      <button ref={opener} type="button" tabIndex={tabIndex} className={width === undefined ? 'add-tag' : 'icon-btn icon-btn-small edit-tags'} aria-label={`Edit tags of ${name}`} onClick={() => open()}>
        {button}
      </button>
    </div>
  );
}
