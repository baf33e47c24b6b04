import { Icon } from '../ui/icon';
import type { RowHeading } from './row-source';

interface HeadingCellProps {
  heading: RowHeading;
  /** How many columns it lies over. */
  columns: number;
  tabStop: boolean;
}

/** Over the rows that belong together: opens and closes them. */
export function HeadingCell({ heading: { isOpen, name, label, aside, onToggle }, columns, tabStop }: HeadingCellProps) {
  const tabIndex = tabStop ? 0 : -1;
  return (
    <span role="gridcell" aria-colspan={columns} className="heading-cell">
      <button type="button" aria-label={name} aria-expanded={isOpen} tabIndex={tabIndex} onClick={onToggle}>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
        {label}
      </button>
      {aside(tabIndex)}
    </span>
  );
}
