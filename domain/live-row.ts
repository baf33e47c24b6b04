import type { ListNews } from './list-news';
import type { ResourceRow } from './resource';

/** What of a row that is shown follows the registry by itself. */
export type LiveRow = Pick<ResourceRow, 'id' | 'status' | 'lastSeen' | 'tags' | 'revision' | 'retiredAt'>;

/** More rows than any screen shows. Their ids stand in an address, which proxies cut at 8 kB. */
export const MAX_LIVE_ROWS = 150;

/** What an open page is told: rows that it shows, and what became of its list; null when that cannot be told. */
export interface LiveEvent {
  rows: LiveRow[];
  news?: ListNews | null;
}
