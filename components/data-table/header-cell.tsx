import type { MouseEvent, ReactNode } from 'react';
import { Icon } from '../ui/icon';
import type { SortedColumn } from './row-source';

interface HeaderCellProps {
  id: string;
  sorted: SortedColumn | undefined;
  sortable: boolean;
  onSort: (id: string, additive: boolean) => void;
  children: ReactNode;
}

export function HeaderCell({ id, sorted, sortable, onSort, children }: HeaderCellProps) {
  const direction = sorted && (sorted.descending ? 'descending' : 'ascending');
  return (
    <span role="columnheader" data-column={id} className="head-cell" {...(direction ? { 'aria-sort': direction } : {})}>
      {sortable ? (
        <button type="button" onClick={(event: MouseEvent) => onSort(id, event.shiftKey)}>
          {children}
          {sorted && <Icon name="arrow-up" className={sorted.descending ? 'rotate-180' : ''} />}
        </button>
      ) : (
        children
      )}
    </span>
  );
}
