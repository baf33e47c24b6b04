'use client';

import { columnLabel, type ColumnName } from '@/domain/columns';
import { FIELD_NAMES } from '@/domain/fields';
import { type GroupBy, isGroupBy, MAX_GROUPING } from '@/domain/grouping';
import { Icon } from '../ui/icon';
import type { PopoverAnchor } from '../ui/popover-dialog';
import { ChooserPanel } from './chooser-panel';
import { FieldOffers } from './field-offers';
import type { GroupSettings } from './group-settings';

const OFFERED = FIELD_NAMES.filter(isGroupBy);

/** What the rows are grouped by; below it everything that they can be. */
export function GroupChooser({ grouping, onGrouping, ...anchored }: GroupSettings & PopoverAnchor) {
  const without = (by: GroupBy) => grouping.filter((each) => each !== by);
  const toggle = (column: ColumnName) => {
    if (!isGroupBy(column)) return;
    // One too many takes the last one's place.
    onGrouping(grouping.includes(column) ? without(column) : [...grouping.slice(0, MAX_GROUPING - 1), column]);
  };
  return (
    <ChooserPanel
      {...anchored}
      label="Group rows"
      searchLabel="Search what to group by"
      foot={
        <button type="button" className="btn btn-quiet" disabled={grouping.length === 0} onClick={() => onGrouping([])}>
          No groups
        </button>
      }
    >
      {(search) => (
        <>
          {search === '' && grouping.length > 0 && (
            <section aria-label="Grouped by">
              <h3 className="chooser-heading">Grouped by, in this order</h3>
              <ol>
                {grouping.map((by, place) => (
                  <li key={by} className="chooser-row chooser-row-plain">
                    <span className={`truncate grow ${by.includes(':') ? 'font-mono' : ''}`}>{columnLabel(by)}</span>
                    {place > 0 && (
                      <button type="button" className="icon-btn icon-btn-small" aria-label={`Group by ${columnLabel(by)} first`} onClick={() => onGrouping([by, ...without(by)])}>
                        <Icon name="arrow-up" />
                      </button>
                    )}
                    <button type="button" className="icon-btn icon-btn-small" aria-label={`Do not group by ${columnLabel(by)}`} onClick={() => onGrouping(without(by))}>
                      <Icon name="x" />
                    </button>
                  </li>
                ))}
              </ol>
            </section>
          )}
          <FieldOffers search={search} fields={OFFERED} chosen={grouping} isFixed={() => false} onToggle={toggle} />
        </>
      )}
    </ChooserPanel>
  );
}
