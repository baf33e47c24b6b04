import { allOf } from '@/domain/selector/selector-parts';
import { printSelector } from '@/domain/selector/print-selector';
import type { Selector } from '@/domain/selector/tree';

/** Which resources are selected: those that were picked, or all that the query matches but a few. */
export type Selection = { by: 'ids'; ids: ReadonlySet<string> } | { by: 'query'; total: number; without: ReadonlySet<string> };

/** As the API takes it. */
export type SelectionInput = { q: string } | { ids: string[] };

/** How many of all that match can be left out: a query names no more. */
export const MAX_LEFT_OUT = 200;
/** How many can be picked one by one: the API takes no more. */
export const MAX_PICKED = 100_000;

export const NOTHING_SELECTED: Selection = { by: 'ids', ids: new Set() };

export const isSelected = (selection: Selection, id: string): boolean => (selection.by === 'ids' ? selection.ids.has(id) : !selection.without.has(id));

export const countSelected = (selection: Selection): number => (selection.by === 'ids' ? selection.ids.size : selection.total - selection.without.size);

/** The selection with these in it, or without them; as it was where that would be more than can be asked for. */
export function selectIds(selection: Selection, ids: readonly string[], selected: boolean): Selection {
  if (selection.by === 'ids') {
    const next = changedSet(selection.ids, ids, selected);
    return next.size > MAX_PICKED ? selection : { by: 'ids', ids: next };
  }
  const without = changedSet(selection.without, ids, !selected);
  return without.size > MAX_LEFT_OUT ? selection : { ...selection, without };
}

function changedSet(set: ReadonlySet<string>, ids: readonly string[], isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  for (const id of ids) {
    if (isIn) next.add(id);
    else next.delete(id);
  }
  return next;
}

/** What the server is asked for: exactly what is selected under this query. */
export function selectionInput(selection: Selection, q: string, selector: Selector): SelectionInput {
  if (selection.by === 'ids') return { ids: [...selection.ids] };
  const without = [...selection.without].map((text) => ({ type: 'text' as const, text }));
  if (without.length === 0) return { q };
  return { q: printSelector(allOf([selector, { type: 'not', part: { type: 'field', field: 'id', op: '=', values: without } }])) };
}
