interface KeyPlace {
  rank: number;
  count: number;
  /** How many rows a page has. */
  page: number;
  ctrl: boolean;
}

/** Where a key leads in the list; undefined when it leads nowhere. */
export function rankAfterKey(key: string, { rank, count, page, ctrl }: KeyPlace): number | undefined {
  const within = (next: number) => Math.max(0, Math.min(count - 1, next));
  switch (key) {
    case 'ArrowDown':
      return within(rank + 1);
    case 'ArrowUp':
      return within(rank - 1);
    case 'j':
      return ctrl ? undefined : within(rank + 1);
    case 'k':
      return ctrl ? undefined : within(rank - 1);
    case 'PageDown':
      return within(rank + page);
    case 'PageUp':
      return within(rank - page);
    case 'Home':
      return 0;
    case 'End':
      return within(count - 1);
    default:
      return undefined;
  }
}
