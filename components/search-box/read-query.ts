import { parseSelector } from '@/domain/selector/parse-selector';
import { SelectorError } from '@/domain/selector/selector-error';
import type { Selector } from '@/domain/selector/tree';

export type ReadQuery = { selector: Selector; error?: undefined } | { selector?: undefined; error: SelectorError };

/** The tree of a query, or why there is none. */
export function readQuery(text: string): ReadQuery {
  try {
    return { selector: parseSelector(text) };
  } catch (error) {
    if (error instanceof SelectorError) return { error };
    throw error;
  }
}
