import type { KeyboardEvent, MouseEvent } from 'react';
import type { RowSelecting } from './use-selection';

const isTyping = (target: Element) => target.matches('input, textarea, select');
const rowOf = (target: EventTarget) => (target instanceof Element ? target.closest<HTMLElement>('[data-rank]') : null);
const boxOf = (target: EventTarget) => (target instanceof Element ? target.closest('[role=checkbox]') : null);
/** What has an own use for a click. */
const isPressed = (target: EventTarget) => target instanceof Element && target.closest('a, button, [data-tag]') !== null;

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
      if (row === null || event.altKey || (event.target instanceof Element && isTyping(event.target))) return;
      const rank = Number(row.dataset.rank);
      const withControl = event.ctrlKey || event.metaKey;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (event.key === 'x' && !withControl) toggle(rank);
      else if (event.shiftKey && step !== 0) extend(Math.max(0, Math.min(last, rank + step)), rank);
      else if (event.key === 'a' && withControl) selectPage();
      else if (event.key === 'Escape' && count > 0) clear();
      else return;
      event.preventDefault();
    },
  };
}
