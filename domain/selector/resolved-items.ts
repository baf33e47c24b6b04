import type { Selector, SelectorNode } from './tree';

export const RESOLVED_BY = ['id', 'name', 'ip', 'display_name'] as const;

/** How a pasted item was found: the first of these by which any resource answers to it. */
export type ResolvedBy = (typeof RESOLVED_BY)[number];

/** A pasted item: by what it was found, and how many resources answer to it; null: nothing does. */
export interface ResolvedItem {
  text: string;
  by: ResolvedBy | null;
  count: number;
}

export const isMatched = ({ count }: ResolvedItem): boolean => count === 1;
export const isAmbiguous = ({ count }: ResolvedItem): boolean => count > 1;

/** The query that picks what these items name; undefined when none of them names anything. */
export function queryOfItems(items: readonly ResolvedItem[]): Selector | undefined {
  const parts = RESOLVED_BY.flatMap((by): SelectorNode[] => {
    const values = items.filter((item) => item.by === by).map(({ text }) => ({ type: 'text' as const, text: by === 'id' ? text.toLowerCase() : text }));
    return values.length > 0 ? [{ type: 'field', field: by, op: '=', values }] : [];
  });
  const [first] = parts;
  return parts.length > 1 ? { type: 'or', parts } : first;
}
