'use client';

import { useState } from 'react';
import { printGrouping } from '@/domain/grouping';
import { printSelector } from '@/domain/selector/print-selector';
import { useTRPCClient } from '../trpc';
import { groupLines, type LineStretch, stretchAt } from './group-lines';
import { listInput } from './list-pages';
import { readRows } from './read-rows';
import type { RowGroup } from './row-groups';
import { type GroupedList, keyOf, useGroupCounts } from './use-group-counts';
import { useOpenGroups } from './use-open-groups';
import type { ResourceRows } from './use-resource-rows';
import { useRowWindows } from './use-row-windows';
import { type RankRange, wholeWindows, windowStarts } from './window-starts';

/** The head of a group where it stands in the list. */
export interface GroupHead {
  group: RowGroup;
  level: number;
  isOpen: boolean;
  toggle: () => void;
}

export interface GroupedRows extends ResourceRows {
  /** Undefined where the list is not grouped. */
  groups?: {
    count: number;
    /** How many further groups there are that the list does not show. */
    more: number;
    headAt: (line: number) => GroupHead | undefined;
  };
}

const NOTHING_SEEN: RankRange = { start: 0, end: 0 };
const NO_TOTALS: ReadonlyMap<string, number> = new Map();

/** The rows of a query by groups: ranks are lines, of which some are the heads of groups. Without a grouping, the rows as they are. */
export function useGroupedRows(wanted: GroupedList, rows: ResourceRows, enabled: boolean): GroupedRows {
  const client = useTRPCClient();
  const { isOpen, toggle } = useOpenGroups(printGrouping(wanted.grouping));
  const counts = useGroupCounts(wanted, isOpen, enabled);
  const { list } = counts;
  const listKey = keyOf(list);
  // How many rows a group had when they were read: some may have come and gone since it was counted.
  const [shown, setShown] = useState({ listKey, range: NOTHING_SEEN, totals: NO_TOTALS });
  const { range, totals } = shown.listKey === listKey ? shown : { range: NOTHING_SEEN, totals: NO_TOTALS };

  const asRead = (group: RowGroup): RowGroup => ({ ...group, count: totals.get(group.id) ?? group.count });
  const stretches = groupLines({
    groups: (counts.groups ?? []).map(asRead),
    isOpen,
    inside: (group) => (group.by === list.grouping.at(-1) ? 'rows' : (counts.within(group)?.map(asRead) ?? 'waiting')),
  });
  const rowsBetween = (from: number, to: number) => stretches.filter(({ holds, start, end }) => holds === 'rows' && start < to && end > from);
  const inputOf = ({ group }: LineStretch) => listInput(printSelector(group.selector), list.sort);
  const inSight = rowsBetween(range.start, range.end);
  const windows = useRowWindows(
    inSight.flatMap((stretch) => {
      const { start: first, end } = stretch;
      return windowStarts({ start: range.start - first, end: range.end - first }, 0, end - first).map((start) => ({ ...inputOf(stretch), start }));
    }),
  );
  const news = inSight.flatMap((stretch): [string, number][] => {
    const total = windows.totals.get(inputOf(stretch).q);
    return total === undefined || total === stretch.group.count ? [] : [[stretch.group.id, total]];
  });
  if (news.length > 0) setShown({ listKey, range, totals: new Map([...totals, ...news]) });

  const onRange = (start: number, end: number) => {
    const next = wholeWindows({ start, end });
    setShown((before) => {
      if (before.listKey !== listKey) return { listKey, range: next, totals: NO_TOTALS };
      return before.range.start === next.start && before.range.end === next.end ? before : { ...before, range: next };
    });
  };

  if (wanted.grouping.length === 0) return rows;
  // Until they are counted, the rows stand as before.
  if (counts.groups === undefined && counts.failure === null) return { ...rows, outdated: true };

  const lines = stretches.at(-1)?.end ?? 0;
  return {
    ...rows,
    source: {
      listKey,
      total: lines,
      count: lines,
      rowAt(line) {
        const stretch = stretchAt(stretches, line);
        return stretch?.holds === 'rows' ? windows.rowAt(inputOf(stretch).q, line - stretch.start) : undefined;
      },
      onRange,
    },
    page: { start: range.start, end: Math.min(range.end, lines) },
    groups: {
      count: counts.groups?.length ?? 0,
      more: counts.more,
      headAt(line) {
        const stretch = stretchAt(stretches, line);
        if (stretch?.holds !== 'heading') return undefined;
        const { group, level } = stretch;
        return { group, level, isOpen: isOpen(group), toggle: () => toggle(group) };
      },
    },
    total: counts.groups === undefined ? undefined : rows.total,
    outdated: rows.outdated || listKey !== keyOf(wanted),
    failure: rows.failure ?? (counts.groups === undefined ? counts.failure : null),
    nextFailure: windows.failure ?? counts.failure,
    readAgain() {
      setShown((before) => ({ ...before, totals: NO_TOTALS }));
      counts.readAgain();
      rows.readAgain();
    },
    async readRows(from, to) {
      const parts = rowsBetween(from, to).map((stretch) => readRows(client, inputOf(stretch), Math.max(0, from - stretch.start), Math.min(stretch.end, to) - stretch.start));
      return (await Promise.all(parts)).flat();
    },
    readNext() {
      windows.retry();
      counts.retry();
    },
  };
}
