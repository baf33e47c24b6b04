/** The row of a table that an event happened in. */
export const rowOf = (target: EventTarget) => (target instanceof Element ? target.closest<HTMLElement>('[data-rank]') : null);

export const boxOf = (target: EventTarget) => (target instanceof Element ? target.closest('[role=checkbox]') : null);

/** A cell whose content is edited where it stands. */
export const isEditable = (target: EventTarget) => target instanceof Element && target.closest('[data-column^=tag]') !== null;
