'use client';

import { lazy, Suspense } from 'react';
import { Icon } from '../ui/icon';
import { usePopover } from '../ui/use-popover';
import type { ExportedList } from './exported-list';

const ExportPanel = lazy(() => import('./export-panel').then((module) => ({ default: module.ExportPanel })));

/** Opens the ways in which what the list shows is taken elsewhere. */
export function ExportButton(list: ExportedList) {
  const { button, open, toggle, close } = usePopover();
  return (
    <>
      <button ref={button} type="button" className="btn btn-quiet strip-tool" aria-haspopup="dialog" aria-expanded={open} onClick={toggle}>
        <Icon name="download" />
        <span>Export</span>
      </button>
      {open && (
        <Suspense>
          <ExportPanel {...list} anchor={button} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
