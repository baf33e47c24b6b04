import { isKey, type Pressed } from '../ui/keys';

interface KeyPlace {
  rank: number;
  count: number;
  /** How many rows a page has. */
  page: number;
}

/** Where a key leads in the list; undefined when it leads nowhere. */
export function rankAfterKey(pressed: Pressed, { rank, count, page }: KeyPlace): number | undefined {
  const within = (next: number) => Math.max(0, Math.min(count - 1, next));
  if (isKey(pressed, 'nextRow') || isKey(pressed, 'selectDown')) return within(rank + 1);
  if (isKey(pressed, 'previousRow') || isKey(pressed, 'selectUp')) return within(rank - 1);
  if (isKey(pressed, 'nextPage')) return within(rank + page);
  if (isKey(pressed, 'previousPage')) return within(rank - page);
  if (isKey(pressed, 'firstRow')) return 0;
  if (isKey(pressed, 'lastRow')) return within(count - 1);
  return undefined;
}
