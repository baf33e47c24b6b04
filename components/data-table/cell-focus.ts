/** The cells of a row that are in sight, from left to right; its box is none of them. */
export const cellsOf = (row: Element): HTMLElement[] =>
  [...row.querySelectorAll<HTMLElement>('[role=gridcell][data-column]:not([data-column=select])')].filter((cell) => cell.getClientRects().length > 0);

export const columnOf = (cell: HTMLElement): string => cell.dataset.column ?? '';

/** The cell that something is in. */
export const cellOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[role=gridcell][data-column]:not([data-column=select])') : null;

/** Has an own use for a click. */
export const isPressed = (target: EventTarget | null): boolean => target instanceof Element && target.closest('a, button, input, [data-tag]') !== null;

export const cellAt = (row: Element, column: string | undefined): HTMLElement | undefined => (column === undefined ? undefined : cellsOf(row).find((cell) => columnOf(cell) === column));

/** Where a key leads within the row. Tab ends at the last cell: from there it leaves the table. */
export function cellAfterKey({ key, shiftKey, ctrlKey, target }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey'> & { target: EventTarget }, cell: HTMLElement, row: HTMLElement): HTMLElement | undefined {
  const cells = cellsOf(row);
  const here = cells.indexOf(cell);
  switch (key) {
    case 'ArrowRight':
      return cells[here + 1] ?? cell;
    case 'ArrowLeft':
      return cells[here - 1] ?? row;
    case 'Home':
      return ctrlKey ? undefined : cells[0];
    case 'End':
      return ctrlKey ? undefined : cells.at(-1);
    case 'Escape':
      return row;
    case 'Tab':
      // From a link or a button in the cell, Tab goes where it goes anywhere.
      return target === cell ? cells[here + (shiftKey ? -1 : 1)] : undefined;
    default:
      return undefined;
  }
}

/** Presses the link or button that a cell is there for; false where there is none. */
export function pressWithin(cell: HTMLElement): boolean {
  const inner = cell.querySelector<HTMLElement>('a[href], button');
  inner?.click();
  return inner !== null;
}

export function focusIn(target: HTMLElement): void {
  target.focus({ preventScroll: true });
  if (target.matches('[role=gridcell]')) target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
