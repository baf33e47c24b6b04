import type { Selector } from '../tree';

/** The tree as code would write it: what was parsed and what was made compare equal. */
export const withoutPositions = (selector: Selector): Selector =>
  // A copy of the tree less optional properties is such a tree.
  JSON.parse(JSON.stringify(selector, (key, value: unknown) => (key === 'at' ? undefined : value))) as Selector;
