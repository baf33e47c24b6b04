import type { Column } from '@tanstack/react-table';
import type { KeyboardEvent, MouseEvent } from 'react';
import { Icon } from '../ui/icon';
import { cellPlace } from './cell-place';
import { ColumnSeparator } from './column-separator';
import type { SortedColumn } from './row-source';
import { metaOf, type TABLE_FEATURES } from './table-features';

interface HeaderCellProps<Row extends object> {
  column: Column<typeof TABLE_FEATURES, Row>;
  place: number;
  pinned: number;
  sort: readonly SortedColumn[];
  /** Undefined when nobody set it. */
  width: number | undefined;
  onSort: (id: string, additive: boolean) => void;
  onWidth: (id: string, width: number) => void;
  onFit: (id: string) => void;
}

export function HeaderCell<Row extends object>({ column, place, pinned, sort, width, onSort, onWidth, onFit }: HeaderCellProps<Row>) {
  const { id } = column;
  const { label, sortable, leastWidth } = metaOf(column);
  const rank = sort.findIndex((each) => each.id === id);
  const sorted = sort[rank];
  const onKeyDown = (event: KeyboardEvent) => {
    // Not every browser tells the click that a key makes that Shift was held.
    if (event.key !== 'Enter' || !event.shiftKey) return;
    event.preventDefault();
    onSort(id, true);
  };
  return (
    <span role="columnheader" aria-label={label} className="head-cell" {...cellPlace(column, place, pinned)} {...(sorted ? { 'aria-sort': sorted.descending ? 'descending' : 'ascending' } : {})}>
      {sortable ? (
        <button type="button" title={`Sort by ${label}; with Shift, after the others`} onClick={(event: MouseEvent) => onSort(id, event.shiftKey)} onKeyDown={onKeyDown}>
          <span className="truncate">{label}</span>
          {sorted && <Icon name="arrow-up" className={sorted.descending ? 'rotate-180' : ''} />}
          {sorted && sort.length > 1 && (
            <span className="sort-rank">
              <span className="sr-only">sort key </span>
              {rank + 1}
            </span>
          )}
        </button>
      ) : (
        <span className="truncate" title={label}>{label}</span>
      )}
      <ColumnSeparator label={label} width={width ?? leastWidth} onWidth={(next) => onWidth(id, next)} onFit={() => onFit(id)} />
    </span>
  );
}
