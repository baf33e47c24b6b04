import { lazy, Suspense } from 'react';
import { printSelector } from '@/domain/selector/print-selector';
import type { SelectorError } from '@/domain/selector/selector-error';
import type { Selector } from '@/domain/selector/tree';
import type { Sort } from '@/domain/sort';
import { ListFailed } from './list-failed';
import { LoadingList } from './loading-list';
import { QueryRefused } from './query-refused';
import { type ListLayout, ResourceTable } from './resource-table';
import type { GroupedRows } from './use-grouped-rows';
import type { Peeking } from './use-peek';
import type { RowSelecting } from './use-selection';

// Neither belongs to a list that has rows.
const EmptyRegistry = lazy(() => import('./empty-registry').then((module) => ({ default: module.EmptyRegistry })));
const NoMatch = lazy(() => import('./no-match').then((module) => ({ default: module.NoMatch })));

export interface InventoryListProps {
  q: string;
  selector: Selector;
  refusal: SelectorError | undefined;
  rows: GroupedRows;
  layout: ListLayout;
  sort: Sort;
  selecting: RowSelecting;
  peek: Peeking;
  everything: number | undefined;
  origin: string;
  onQuery: (query: string) => void;
  onSort: (sort: string) => void;
  onReadAgain: () => void;
}

/** The list, or the picture that stands for it: not understood, failed, loading, empty, no match. */
export function InventoryList({ q, selector, refusal, rows, layout, sort, selecting, peek, everything, origin, onQuery, onSort, onReadAgain }: InventoryListProps) {
  const { failure, total, outdated } = rows;
  if (refusal) return <QueryRefused query={q} error={refusal} onQuery={onQuery} />;
  if (failure && total === undefined) return <ListFailed failure={failure} tries={rows.failedTries} trying={rows.fetching} onRetry={onReadAgain} />;
  if (total === undefined || (outdated && total === 0)) return <LoadingList layout={layout} sort={sort} selecting={selecting} peek={peek} />;
  if (total === 0) {
    const isEmpty = selector.type === 'everything' || everything === 0;
    return <Suspense>{isEmpty ? <EmptyRegistry origin={origin} /> : <NoMatch selector={selector} onQuery={onQuery} />}</Suspense>;
  }
  const problem = rows.nextFailure ?? failure;
  return (
    <ResourceTable
      source={rows.source}
      readRows={rows.readRows}
      groups={rows.groups}
      mark={rows.mark}
      rankOf={rows.rankOf}
      onOnly={(group) => onQuery(printSelector(group.selector))}
      layout={layout}
      sort={sort}
      onSort={onSort}
      outdated={outdated}
      selecting={selecting}
      peek={peek}
      asOf={rows.asOf}
      fetching={rows.fetching}
      problem={problem ? `What comes next could not be read: ${problem.message}` : undefined}
      onReadAgain={onReadAgain}
      onRetry={rows.nextFailure ? rows.readNext : onReadAgain}
    />
  );
}
