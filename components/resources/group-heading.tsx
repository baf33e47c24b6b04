import { columnLabel, keyOfColumn } from '@/domain/columns';
import type { RowHeading } from '../data-table/row-source';
import { exactNumber } from '../ui/exact-number';
import { drawFacetValue } from './draw-facet-value';
import type { RowGroup } from './row-groups';
import type { GroupHead } from './use-grouped-rows';

/** The head of a group as the table shows it; its count leads to its rows alone. */
export function groupHeading({ group, level, isOpen, toggle }: GroupHead, onOnly: (group: RowGroup) => void): RowHeading {
  const { by, value, count } = group;
  const label = columnLabel(by);
  const name = nameOf(group);
  return {
    level,
    isOpen,
    onToggle: toggle,
    name: `${label} ${name}`,
    label: (
      <>
        <span className="group-by">{label}</span>
        {value === null || value === '' ? <i className="truncate">{name}</i> : drawFacetValue(by, value)}
      </>
    ),
    aside: (tabIndex) => (
      <button type="button" className="group-count" tabIndex={tabIndex} aria-label={`Show only ${label} ${name}, ${exactNumber(count)}`} title="Show only these" onClick={() => onOnly(group)}>
        {exactNumber(count)}
      </button>
    ),
  };
}

function nameOf({ by, value }: RowGroup): string {
  if (value !== null) return value === '' ? 'without a value' : value;
  const key = keyOfColumn(by);
  return key === undefined ? `no ${columnLabel(by).toLowerCase()}` : `no ${key.key} ${key.space}`;
}
