import type { Selector, SelectorNode } from './tree';

/** The parts that all have to match: one chip each. */
export function partsOf(selector: Selector): readonly SelectorNode[] {
  if (selector.type === 'everything') return [];
  return selector.type === 'and' ? selector.parts : [selector];
}

/** The query in which every part has to match. */
export function allOf(selectors: readonly Selector[]): Selector {
  const parts = selectors.flatMap(partsOf);
  const [first] = parts;
  if (first === undefined) return { type: 'everything' };
  return parts.length === 1 ? first : { type: 'and', parts };
}

/** The part's complement, without a double negation. */
export const invert = (part: SelectorNode): SelectorNode => (part.type === 'not' ? part.part : { type: 'not', part });

/** The query with one of its parts replaced, or removed when there is no other. */
export function replacePart(selector: Selector, index: number, part?: SelectorNode): Selector {
  return allOf(partsOf(selector).flatMap((old, i) => (i === index ? (part ? [part] : []) : [old])));
}
