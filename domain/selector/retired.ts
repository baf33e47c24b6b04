import type { Selector } from './tree';

/** Whether this query, or this relation's own query, speaks of retired resources; else they are left out of it. */
export function saysRetired(selector: Selector): boolean {
  switch (selector.type) {
    case 'and':
    case 'or':
      return selector.parts.some(saysRetired);
    case 'not':
      return saysRetired(selector.part);
    case 'field':
      return selector.field === 'is' && selector.values.some((value) => value.type === 'text' && value.text === 'retired');
    case 'view':
      return selector.asked.some(saysRetired);
    default:
      return false;
  }
}
