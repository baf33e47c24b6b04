'use client';

import { lazy } from 'react';
import { PopoverButton } from '../ui/popover-button';
import type { ColumnSettings } from './column-settings';

const ColumnChooser = lazy(() => import('./column-chooser').then((module) => ({ default: module.ColumnChooser })));

/** Opens what says which columns the list has, and how they stand. */
export function ColumnsButton(settings: ColumnSettings) {
  return (
    <PopoverButton icon="columns" label="Columns">
      {(anchored) => <ColumnChooser {...settings} {...anchored} />}
    </PopoverButton>
  );
}
