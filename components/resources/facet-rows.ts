import type { FacetCounts } from '@/domain/facet-counts';
import { fold } from '@/domain/fold';
import type { FacetState } from '@/domain/selector/facet-terms';

export interface FacetRow {
  /** null: the resources that have none. */
  value: string | null;
  /** Undefined while it is not known. */
  count: number | undefined;
  picked: 'in' | 'out' | 'none';
  variants: readonly string[];
}

interface FacetRowsInput {
  counts: FacetCounts | undefined;
  state: FacetState;
  /** Values that are always shown, in this order, be there any of them or not. */
  always?: readonly string[];
  /** How many are shown before the rest is asked for; what is picked is shown in any case. */
  limit: number;
}

/** What a facet shows: its values with counts, what is picked even when nothing has it, and those that have none. */
export function facetRows({ counts, state, always = [], limit }: FacetRowsInput): { rows: FacetRow[]; hidden: number } {
  const { included, excluded } = state;
  const pickOf = (value: string | null) => {
    const key = value === null ? null : fold(value);
    return included.includes(key) ? 'in' : excluded.includes(key) ? 'out' : 'none';
  };
  const countedValues = counts?.values ?? [];
  const known = new Set([...always, ...countedValues.map(({ value }) => value)].map(fold));
  const unlisted = [...included, ...excluded].filter((value) => value !== null && !known.has(value));
  // What is not among the counted values occurs nowhere, unless there are more values than were counted.
  const restCount = counts && counts.more === 0 ? 0 : undefined;

  const counted = countedValues.filter(({ value }) => !always.some((fixed) => fold(fixed) === fold(value)));
  const all: FacetRow[] = [
    ...always.map((value) => {
      const found = countedValues.find((each) => fold(each.value) === fold(value));
      return { value, count: found ? found.count : counts && 0, picked: pickOf(value), variants: [] } as const;
    }),
    ...counted.map(({ value, count, variants = [] }) => ({ value, count, picked: pickOf(value), variants }) as const),
    ...unlisted.map((value) => ({ value, count: restCount, picked: pickOf(value), variants: [] }) as const),
  ];
  const rows = all.filter((row, place) => place < limit || row.picked !== 'none');
  const hidden = all.length - rows.length + (counts?.more ?? 0);
  const missing = counts?.missing ?? 0;
  const none = pickOf(null);
  if (missing > 0 || none !== 'none') rows.push({ value: null, count: counts && missing, picked: none, variants: [] });
  return { rows, hidden };
}

/** `2 of 7`, `1 excluded`: what the heading says of what is picked. */
export function facetNote({ included, excluded, custom }: FacetState, known: number): string {
  const words = [
    ...(included.length > 0 ? [known >= included.length ? `${included.length} of ${known}` : `${included.length} chosen`] : []),
    ...(excluded.length > 0 ? [`${excluded.length} excluded`] : []),
    ...(custom ? ['by the query'] : []),
  ];
  return words.join(', ');
}
