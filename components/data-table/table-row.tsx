import type { ReactNode } from 'react';

interface TableRowProps {
  rank: number;
  /** Whose row it is; undefined of a heading, and of what is on its way. */
  id: string | undefined;
  /** On the spacer, in rows. */
  place: number;
  tabStop: boolean;
  onActive: (rank: number) => void;
  /** What is in it is on its way. */
  waiting?: boolean;
  /** Undefined where rows are not selected. */
  selected?: boolean | undefined;
  /** Of a heading: how many are over it. */
  level?: number | undefined;
  children: ReactNode;
}

/** A row of the body in its place, whatever is in it. */
export function TableRow({ rank, id, place, tabStop, onActive, waiting = false, selected, level, children }: TableRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={rank + 1}
      aria-selected={selected}
      aria-busy={waiting || undefined}
      data-rank={rank}
      data-row={id}
      data-level={level}
      className={`grid-row ${waiting ? 'grid-row-waiting' : ''} ${level === undefined ? '' : 'grid-row-heading'}`}
      style={{ top: `calc(var(--row-height) * ${place})` }}
      tabIndex={tabStop && !waiting ? 0 : -1}
      onFocus={waiting ? undefined : () => onActive(rank)}
    >
      {children}
    </div>
  );
}
