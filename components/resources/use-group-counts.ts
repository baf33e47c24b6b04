'use client';

import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Grouping } from '@/domain/grouping';
import { printSelector } from '@/domain/selector/print-selector';
import type { Selector } from '@/domain/selector/tree';
import { type ApiError, useTRPC } from '../trpc';
import { groupsInput } from './list-pages';
import { type RowGroup, rowGroups } from './row-groups';

/** What is grouped, and how. */
export interface GroupedList {
  q: string;
  sort: string;
  selector: Selector;
  grouping: Grouping;
}

export interface GroupCounts {
  /** The list whose groups these are: the one before while those of another are on their way. */
  list: GroupedList;
  /** Undefined while they are not known. */
  groups: readonly RowGroup[] | undefined;
  /** How many further groups there are, of the list and within the open ones. */
  more: number;
  /** The groups within an open one, undefined while they are on their way. */
  within: (group: RowGroup) => readonly RowGroup[] | undefined;
  failure: ApiError | null;
  retry: () => void;
  readAgain: () => void;
}

/** The groups of a list, and those within the open ones, with their counts. */
export function useGroupCounts(wanted: GroupedList, isOpen: (group: RowGroup) => boolean, enabled: boolean): GroupCounts {
  const trpc = useTRPC();
  const [list, setList] = useState(wanted);
  const options = { staleTime: Infinity, placeholderData: keepPreviousData } as const;
  const isGrouped = wanted.grouping.length > 0;
  const first = useQuery(trpc.resources.facets.queryOptions(groupsInput(wanted.q, wanted.grouping[0]), { ...options, enabled: enabled && isGrouped }));
  const isHere = !isGrouped || (first.data !== undefined && !first.isPlaceholderData);
  if (isHere && keyOf(list) !== keyOf(wanted)) setList(wanted);

  const [by, byWithin] = list.grouping;
  const [counts] = first.data?.facets ?? [];
  const groups = useMemo(() => (by === undefined || counts?.field !== by ? undefined : rowGroups(list.selector, by, counts)), [list.selector, by, counts]);
  const opened = byWithin === undefined ? [] : (groups ?? []).filter(isOpen);
  const inner = useQueries({ queries: opened.map(({ selector }) => trpc.resources.facets.queryOptions(groupsInput(printSelector(selector), byWithin), { staleTime: Infinity })) });

  const insides = new Map(
    opened.map((group, place): [string, readonly RowGroup[] | undefined] => {
      const [innerCounts] = inner[place]?.data?.facets ?? [];
      return [group.id, byWithin === undefined || innerCounts === undefined ? undefined : rowGroups(group.selector, byWithin, innerCounts, group.id)];
    }),
  );
  const all = [first, ...inner];
  return {
    list,
    groups,
    more: all.reduce((more, { data }) => more + (data?.facets[0]?.more ?? 0), 0),
    within: ({ id }) => insides.get(id),
    failure: all.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const { isError, refetch } of all) if (isError) void refetch();
    },
    readAgain: () => {
      for (const { refetch } of all) void refetch();
    },
  };
}

/** One text for lists that are the same. */
export const keyOf = ({ q, sort, grouping }: GroupedList): string => `${grouping.join()}\n${sort}\n${q}`;
