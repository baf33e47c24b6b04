import type { KeyboardEvent, MouseEvent } from 'react';
import { isPressed } from '../data-table/cell-focus';
import { isKey, isTyping } from '../ui/keys';
import { boxOf, rowOf } from './row-targets';
import type { RowSelecting } from './use-selection';

/** Which click or key selects which rows of a table. `last` is the last rank. */
export function selectingEvents({ count, toggle, extend, selectPage, clear }: RowSelecting, last: number) {
  return {
    /** Shift and a click mark no text. */
    onMouseDown(event: MouseEvent) {
      if (event.shiftKey && rowOf(event.target) !== null && (boxOf(event.target) !== null || !isPressed(event.target))) event.preventDefault();
    },
    onClick(event: MouseEvent) {
      const row = rowOf(event.target);
      if (row === null) return;
      const rank = Number(row.dataset.rank);
      const onBox = boxOf(event.target) !== null;
      if (!onBox && isPressed(event.target)) return;
      if (event.shiftKey) {
        extend(rank);
        row.focus({ preventScroll: true });
      } else if (onBox || event.ctrlKey || event.metaKey) toggle(rank);
    },
    onKeyDown(event: KeyboardEvent) {
      const row = rowOf(event.target);
      if (row === null || isTyping(event.target)) return;
      const rank = Number(row.dataset.rank);
      if (isKey(event, 'select')) toggle(rank);
      else if (isKey(event, 'selectDown')) extend(Math.min(last, rank + 1), rank);
      else if (isKey(event, 'selectUp')) extend(Math.max(0, rank - 1), rank);
      else if (isKey(event, 'selectPage')) selectPage();
      else if (isKey(event, 'close') && count > 0) clear();
      else return;
      event.preventDefault();
    },
  };
}
