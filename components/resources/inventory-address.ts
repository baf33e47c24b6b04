import { readFacet } from '@/domain/selector/facet-terms';
import { DENSITIES, type Density } from '@/domain/density';
import type { SavedView, ViewSettings } from '@/domain/saved-view';
import { readableSearch } from '@/domain/view-address';
import { isUuid } from '@/domain/uuid-v7';

/** What the address says about the inventory. */
export interface InventoryAddress {
  /** The selector as it was written; whether it can be understood is the search box's to say. */
  q: string;
  /** As the API takes it; empty: the default. */
  sort: string;
  /** Tag and label keys whose values are counted beside the list: `tag:env`. */
  facets: readonly string[];
  /** Bulk edits that are followed, the newest last: found again after a reload. */
  operations: readonly string[];
  /** The columns as they were chosen, `name,status,tag:team`; empty: the usual ones of the query. */
  columns: string;
  /** How many of the first columns stay at the left. */
  pinned: number;
  /** What the rows are grouped by, `tag:team,kind`; empty: nothing. */
  group: string;
  /** What is drawn beside the list, `last_seen,tag:team`; empty: nothing. */
  picture: string;
  /** The id of the resource that is looked at beside the list; empty: none. */
  peek: string;
  /** How high the rows are; empty: as the reader has them. */
  density: Density | '';
  /** The saved view that is open, by its slug; empty: none, and none opens by itself; absent: the one that opens by itself. */
  view?: string;
}

/** What a view keeps of the address. */
export const settingsOf = ({ q, sort, columns, pinned, group, density, picture }: InventoryAddress): ViewSettings => ({ q, sort, columns, pinned, group, density, picture });

/** The parts of the address that show a view as it is saved. */
export const partsOfView = ({ slug, q, sort, columns, pinned, group, density, picture }: ViewSettings & { slug: string }): Partial<InventoryAddress> =>
  ({ view: slug, q, sort, columns, pinned, group, picture, density: densityIn(density) });

const densityIn = (text: string): Density | '' => DENSITIES.find((density) => density === text) ?? '';

const USUALLY_PINNED = 1;

const isValuesFacet = (name: string): boolean => readFacet(name)?.type === 'values';

export function readAddress(params: Pick<URLSearchParams, 'get'>): InventoryAddress {
  const facets = (params.get('facets') ?? '').split(',').filter(isValuesFacet);
  const operations = (params.get('operation') ?? '').split(',').filter(isUuid);
  const pinned = params.get('pinned') ?? '';
  const view = params.get('view');
  const peek = (params.get('peek') ?? '').toLowerCase();
  return {
    q: params.get('q') ?? '',
    sort: params.get('sort') ?? '',
    facets: [...new Set(facets)],
    operations: [...new Set(operations)],
    columns: params.get('columns') ?? '',
    pinned: /^\d{1,2}$/.test(pinned) ? Number(pinned) : USUALLY_PINNED,
    group: params.get('group') ?? '',
    picture: params.get('picture') ?? '',
    peek: isUuid(peek) ? peek : '',
    density: densityIn(params.get('density') ?? ''),
    ...(view !== null && { view }),
  };
}

/** The same address with these parts in it; what is empty is left out, what is not ours is kept. */
export function writeAddress(before: string, { q, sort, facets, operations, columns, pinned, group, picture, peek, density, view }: InventoryAddress): string {
  const params = new URLSearchParams(before);
  const parts = { q, sort, facets: facets.join(','), operation: operations.join(','), columns, pinned: pinned === USUALLY_PINNED ? '' : String(pinned), group, picture, peek, density };
  for (const [name, value] of Object.entries(parts)) {
    if (value === '') params.delete(name);
    else params.set(name, value);
  }
  if (view !== undefined) params.set('view', view);
  return readableSearch(params);
}

/** Without any of these, the address leaves to a view what is shown. */
const SETTINGS = ['q', 'sort', 'columns', 'pinned', 'group', 'density', 'picture'] as const satisfies (keyof ViewSettings)[];

export const saysWhatIsShown = (params: Pick<URLSearchParams, 'has'>): boolean => SETTINGS.some((name) => params.has(name));

/** Whether this address names no view and says nothing of what is shown. */
export const leavesItToAView = (address: InventoryAddress): boolean => address.view === undefined && !saysWhatIsShown(new URLSearchParams(writeAddress('', address)));

/** The address that shows the view which this one names, or the one that opens by itself; undefined where it leads nowhere else. */
export function openedAddress(search: URLSearchParams, views: readonly SavedView[]): string | undefined {
  const address = readAddress(search);
  const view = views.find(({ slug, isDefault }) => (address.view === undefined ? isDefault : slug === address.view));
  if (view === undefined || saysWhatIsShown(search)) return undefined;
  const opened = writeAddress(search.toString(), { ...address, ...partsOfView(view) });
  return opened === readableSearch(search) ? undefined : `${PATH}?${opened}`;
}

const PATH = '/resources';
