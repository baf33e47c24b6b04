import { expandViews, viewsNamedIn } from './expand-views';
import { parseSelector } from './parse-selector';
import { SelectorError } from './selector-error';

/** The slugs of the views that name this one in their query. */
export function viewsAsking(slug: string, queries: ReadonlyMap<string, string>): string[] {
  return [...queries].filter(([, query]) => namedIn(query).has(slug)).map(([other]) => other);
}

/** Why the query of a view cannot be run any more, or undefined. */
export function brokenView(slug: string, queries: ReadonlyMap<string, string>): SelectorError | undefined {
  try {
    expandViews(parseSelector(queries.get(slug) ?? ''), queries, slug);
    return undefined;
  } catch (error) {
    if (error instanceof SelectorError) return error;
    throw error;
  }
}

function namedIn(query: string): Set<string> {
  try {
    return viewsNamedIn(parseSelector(query));
  } catch (error) {
    if (error instanceof SelectorError) return new Set();
    throw error;
  }
}
