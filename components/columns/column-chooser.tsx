'use client';

import './column-chooser.css';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type ColumnName, MAX_COLUMNS } from '@/domain/columns';
import { Icon } from '../ui/icon';
import { PopoverDialog } from '../ui/popover-dialog';
import { ColumnOffers } from './column-offers';
import { ColumnOrder } from './column-order';
import type { ColumnSettings } from './column-settings';
import { DENSITIES, type Density } from './density';
import { withoutColumn } from './without-column';

const WIDTH = 400;

const DENSITY_NAMES = { compact: 'Compact', comfortable: 'Comfortable', roomy: 'Roomy' } as const satisfies Record<Density, string>;

interface ColumnChooserProps extends ColumnSettings {
  anchor: RefObject<HTMLElement | null>;
  onClose: (keepsFocus: boolean) => void;
}

/** What is shown, in its order; below it everything else that can be. */
export function ColumnChooser({ columns, pinned, density, onColumns, onDensity, onReset, anchor, onClose }: ColumnChooserProps) {
  const [search, setSearch] = useState('');
  const input = useRef<HTMLInputElement>(null);

  // The popover has shown itself by now: its own effect ran first.
  useEffect(() => input.current?.focus(), []);

  const toggle = (column: ColumnName) => {
    if (columns.includes(column)) onColumns(withoutColumn({ columns, pinned }, column));
    else if (columns.length < MAX_COLUMNS) onColumns({ columns: [...columns, column] });
  };

  return (
    <PopoverDialog label="Columns" anchor={anchor} width={WIDTH} className="column-chooser" onClose={onClose} onEscape={() => (search === '' ? onClose(true) : setSearch(''))}>
      <div className="column-search">
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          aria-label="Search columns"
          placeholder="Search fields, tags and labels"
          value={search}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <div className="column-lists">
        {search === '' && <ColumnOrder columns={columns} pinned={pinned} onColumns={onColumns} />}
        <ColumnOffers search={search.trim()} columns={columns} onToggle={toggle} />
      </div>
      <div className="column-foot">
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
      </div>
    </PopoverDialog>
  );
}
