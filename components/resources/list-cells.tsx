'use client';

import { useEffect } from 'react';
import type { CellLayerProps } from '../cells/cell-layer';
import { cellOf } from '../data-table/cell-focus';
import { onEdit } from '../tags/undo-steps';
import { useLazyComponent } from '../ui/use-lazy-component';

const load = () => import('../cells/cell-layer').then(({ CellLayer }) => CellLayer);

/** The list's cells as a sheet: the script comes once a cell has the focus, where tags have columns of their own, or when one is edited. */
export function ListCells(props: CellLayerProps) {
  const { frame, columns } = props;
  const { Component, ask } = useLazyComponent(load);
  const hasTagColumns = columns.some((column) => column.startsWith('tag:'));

  useEffect(() => {
    if (Component) return;
    if (hasTagColumns) ask();
    const element = frame.current;
    const onFocus = ({ target }: FocusEvent) => cellOf(target) && ask();
    element?.addEventListener('focusin', onFocus);
    const stop = onEdit(ask);
    return () => {
      element?.removeEventListener('focusin', onFocus);
      stop();
    };
  }, [Component, hasTagColumns, frame, ask]);

  return Component ? <Component {...props} /> : null;
}
