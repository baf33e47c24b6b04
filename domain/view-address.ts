import type { ViewSettings } from './saved-view';

/** Colons, commas, parentheses and slashes may stand in a query part: a selector stays readable there. */
export const readableSearch = (params: URLSearchParams): string => params.toString().replace(/%(3A|2C|28|29|2F|2A)/g, decodeURIComponent);

/** Where the inventory shows the view as it is saved. */
export function viewAddress({ slug, q, sort, columns, pinned, group, density, picture }: ViewSettings & { slug: string }): string {
  const params = new URLSearchParams({ view: slug });
  for (const [name, value] of Object.entries({ q, sort, columns, pinned: pinned === 1 ? '' : String(pinned), group, density, picture })) {
    if (value !== '') params.set(name, value);
  }
  return `/resources?${readableSearch(params)}`;
}

/** Where the inventory shows everything, and no view opens by itself. */
export const NO_VIEW_ADDRESS = '/resources?view=';
