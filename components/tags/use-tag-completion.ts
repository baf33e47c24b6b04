'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FacetValue } from '@/domain/facet-counts';
import { tagKeyProblem } from '@/domain/tags';
import { useTRPC } from '../trpc';
import { completions, otherSpelling, type TagOption } from './completion';
import { inOrder, readTagText, type Tags } from './tag-draft';

const ALL_LIMIT = 100;

export interface TagCompletion {
  /** Whose values are offered; null: keys are. */
  valuesOf: string | null;
  options: TagOption[];
  /** Something to know before saving what is typed. */
  warning: string | null;
}

/** What the fleet already uses, for what is being typed: keys first, then the values of that key. */
export function useTagCompletion(text: string, taken: Tags): TagCompletion {
  const { key, value, valueBegun } = readTagText(text);
  const valuesOf = valueBegun && tagKeyProblem(key) === undefined ? key : null;
  const typed = valueBegun ? value : key;
  const used = useUsed(valuesOf, typed, !valueBegun || valuesOf !== null);
  if (valuesOf === null) {
    const there = new Set(inOrder(taken).map(([name]) => name));
    return { valuesOf, options: valueBegun ? [] : completions(used.filter((each) => !there.has(each.value)), typed), warning: null };
  }
  const same = otherSpelling(used, typed);
  const warning = same === undefined ? null : `${same.value} is in use on ${same.count.toLocaleString('en-US')}; ${typed} is the same in another spelling`;
  return { valuesOf, options: completions(used, typed), warning };
}

/** All of them where they are few, so that typing asks nothing more; else those that begin with what is typed. */
function useUsed(valuesOf: string | null, typed: string, enabled: boolean): readonly FacetValue[] {
  const trpc = useTRPC();
  const key = valuesOf === null ? {} : { key: valuesOf };
  const all = useQuery(trpc.tags.suggest.queryOptions({ ...key, limit: ALL_LIMIT }, { enabled }));
  const tooMany = all.data !== undefined && all.data.values.length >= ALL_LIMIT && typed !== '';
  const begun = useQuery(trpc.tags.suggest.queryOptions({ ...key, prefix: typed, limit: ALL_LIMIT }, { enabled: enabled && tooMany, placeholderData: keepPreviousData }));
  return (tooMany ? begun.data : all.data)?.values ?? [];
}
