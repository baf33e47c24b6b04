'use client';

import { useEffect } from 'react';
import { onEdit } from '../tags/undo-steps';
import { useLazyComponent } from '../ui/use-lazy-component';

const load = () => import('./undo-line').then(({ UndoLine }) => UndoLine);

/** The way back from edits, on a page without a list: its script comes with the first edit. */
export function EditUndo() {
  const { Component, ask } = useLazyComponent(load);
  useEffect(() => onEdit(ask), [ask]);
  return Component ? <Component /> : null;
}
