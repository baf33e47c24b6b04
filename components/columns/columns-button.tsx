'use client';

import { lazy, Suspense } from 'react';
import { Icon } from '../ui/icon';
import { usePopover } from '../ui/use-popover';
import type { ColumnSettings } from './column-settings';

const ColumnChooser = lazy(() => import('./column-chooser').then((module) => ({ default: module.ColumnChooser })));

/** Opens what says which columns the list has, and how they stand. */
export function ColumnsButton(settings: ColumnSettings) {
  const { button, open, toggle, close } = usePopover();
  return (
    <>
      <button ref={button} type="button" className="btn btn-quiet strip-tool" aria-haspopup="dialog" aria-expanded={open} onClick={toggle}>
        <Icon name="columns" />
        <span>Columns</span>
      </button>
      {open && (
        <Suspense>
          <ColumnChooser {...settings} anchor={button} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
