'use client';

import { lazy } from 'react';
import { PopoverButton } from '../ui/popover-button';
import type { ExportedList } from './exported-list';

const ExportPanel = lazy(() => import('./export-panel').then((module) => ({ default: module.ExportPanel })));

/** Opens the ways in which what the list shows is taken elsewhere. */
export function ExportButton(list: ExportedList) {
  return (
    <PopoverButton icon="download" label="Export">
      {(anchored) => <ExportPanel {...list} {...anchored} />}
    </PopoverButton>
  );
}
