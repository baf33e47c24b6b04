'use client';

import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { Icon } from '../ui/icon';
import type { ColumnSettings } from './column-settings';

const ColumnChooser = lazy(() => import('./column-chooser').then((module) => ({ default: module.ColumnChooser })));

/** Opens what says which columns the list has, and how they stand. */
export function ColumnsButton(settings: ColumnSettings) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback((keepsFocus: boolean) => {
    setOpen(false);
    if (keepsFocus) button.current?.focus();
  }, []);
  return (
    <>
      <button ref={button} type="button" className="btn btn-quiet columns-button" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
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
