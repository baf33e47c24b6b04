import { Icon } from '../ui/icon';
import type { RowHeading } from './row-source';

interface HeadingRowProps {
  heading: RowHeading;
  /** How many columns it lies over. */
  columns: number;
  rank: number;
  place: number;
  tabStop: boolean;
  onActive: (rank: number) => void;
}

/** Over the rows that belong together: opens and closes them. */
export function HeadingRow({ heading: { level, isOpen, name, label, aside, onToggle }, columns, rank, place, tabStop, onActive }: HeadingRowProps) {
  const tabIndex = tabStop ? 0 : -1;
  return (
    <div
      role="row"
      aria-rowindex={rank + 1}
      data-rank={rank}
      data-level={level}
      className="grid-row grid-row-heading"
      style={{ top: `calc(var(--row-height) * ${place})` }}
      tabIndex={tabIndex}
      onFocus={() => onActive(rank)}
    >
      <span role="gridcell" aria-colspan={columns} className="heading-cell">
        <button type="button" aria-label={name} aria-expanded={isOpen} tabIndex={tabIndex} onClick={onToggle}>
          <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
          {label}
        </button>
        {aside(tabIndex)}
      </span>
    </div>
  );
}
