import { partsOf, replacePart } from './selector-parts';
import type { Selector, SelectorNode } from './tree';

/** One top-level part of a query, alone, and the query without it. */
export interface Relaxation {
  part: SelectorNode;
  alone: Selector;
  without: Selector;
}

/** More parts than this are not weighed one by one. */
export const MAX_RELAXATIONS = 12;

export const relaxationsOf = (selector: Selector): Relaxation[] =>
  partsOf(selector).slice(0, MAX_RELAXATIONS).map((part, place) => ({ part, alone: part, without: replacePart(selector, place) }));
