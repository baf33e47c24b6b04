'use client';

import { type ColumnName, MAX_COLUMNS } from '@/domain/columns';
import { DENSITIES, type Density } from '@/domain/density';
import { FIELD_NAMES } from '@/domain/fields';
import type { PopoverAnchor } from '../ui/popover-dialog';
import { ChooserPanel } from './chooser-panel';
import { ColumnOrder } from './column-order';
import type { ColumnSettings } from './column-settings';
import { FieldOffers } from './field-offers';
import { withoutColumn } from './without-column';

const OFFERED: readonly ColumnName[] = [...FIELD_NAMES, 'tags'];

const DENSITY_NAMES = { compact: 'Compact', comfortable: 'Comfortable', roomy: 'Roomy' } as const satisfies Record<Density, string>;

/** What is shown, in its order; below it everything else that can be. */
export function ColumnChooser({ columns, pinned, density, onColumns, onDensity, onReset, ...anchored }: ColumnSettings & PopoverAnchor) {
  const toggle = (column: ColumnName) => {
    if (columns.includes(column)) onColumns(withoutColumn({ columns, pinned }, column));
    else if (columns.length < MAX_COLUMNS) onColumns({ columns: [...columns, column] });
  };
  return (
    <ChooserPanel
      {...anchored}
      label="Columns"
      searchLabel="Search columns"
      foot={
        <>
          <fieldset className="density-choice">
            <legend className="sr-only">Density</legend>
            {DENSITIES.map((each) => (
              <label key={each}>
                <input type="radio" name="density" checked={each === density} onChange={() => onDensity(each)} />
                {DENSITY_NAMES[each]}
              </label>
            ))}
          </fieldset>
          <button type="button" className="btn btn-quiet" title="The usual columns in their usual widths" onClick={onReset}>
            Reset
          </button>
        </>
      }
    >
      {(search) => (
        <>
          {search === '' && <ColumnOrder columns={columns} pinned={pinned} onColumns={onColumns} />}
          <FieldOffers
            search={search}
            fields={OFFERED}
            chosen={columns}
            isFixed={(column) => column === 'name' || (!columns.includes(column) && columns.length >= MAX_COLUMNS)}
            onToggle={toggle}
          />
        </>
      )}
    </ChooserPanel>
  );
}
