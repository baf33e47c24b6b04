import type { ViewSettings } from './saved-view';
import { parseSelector } from './selector/parse-selector';
import { printSelector } from './selector/print-selector';
import { SelectorError } from './selector/selector-error';

/** Whether the inventory shows something else than the view as it is saved; a query that is only spelled otherwise is the same. */
export const isChanged = (shown: ViewSettings, saved: ViewSettings): boolean => NAMES.some((name) => shown[name] !== saved[name]) || canonical(shown.q) !== canonical(saved.q);

const NAMES = ['sort', 'columns', 'pinned', 'group', 'density', 'picture'] as const satisfies (keyof ViewSettings)[];

function canonical(query: string): string {
  try {
    return printSelector(parseSelector(query));
  } catch (error) {
    if (error instanceof SelectorError) return query;
    throw error;
  }
}
