import type { KeyboardEvent, MouseEvent } from 'react';
import { isPressed } from '../data-table/cell-focus';
import { isKey } from '../ui/keys';
import { isEditable, rowOf } from './row-targets';
import type { Peeking } from './use-peek';

/** Which click or key shows which row of a table in the panel beside it. */
export function peekEvents({ show, toggle }: Peeking) {
  return {
    onClick({ target, defaultPrevented, shiftKey, ctrlKey, metaKey }: MouseEvent) {
      const row = rowOf(target);
      const isSelecting = shiftKey || ctrlKey || metaKey;
      const isMarkingText = getSelection()?.isCollapsed === false;
      if (row !== null && !defaultPrevented && !isSelecting && !isMarkingText && !isPressed(target) && !isEditable(target)) show(Number(row.dataset.rank));
    },
    onKeyDown(event: KeyboardEvent) {
      const row = rowOf(event.target);
      if (row === null || isPressed(event.target) || !isKey(event, 'peek')) return;
      event.preventDefault();
      toggle(Number(row.dataset.rank));
    },
  };
}
