'use client';

import { useEffect } from 'react';
import { Sheet } from '../ui/sheet';
import { useLazyComponent } from '../ui/use-lazy-component';
import type { PanelAndToastsProps } from './panel-and-toasts';

const load = () => import('./panel-and-toasts').then(({ PanelAndToasts }) => PanelAndToasts);

/** The editing of many rows: its script comes once rows are selected or an edit is followed. */
export function BulkEdits(props: PanelAndToastsProps) {
  const { selection, count, operations, onClose } = props;
  const { Component, failed, ask } = useLazyComponent(load);
  const isOpen = selection !== undefined;
  const isWanted = count > 0 || operations.length > 0;

  // Asked again when the panel opens: the first time may have failed.
  useEffect(() => {
    if (isWanted) ask();
  }, [isWanted, isOpen, ask]);

  if (Component) return <Component {...props} />;
  return (
    <Sheet title="Edit tags" edge="right" open={isOpen && failed} onClose={onClose}>
      <p role="alert" className="p-4">
        The editor could not be loaded. What you selected stays selected.{' '}
        <button type="button" className="link" onClick={ask}>
          Try again
        </button>
      </p>
    </Sheet>
  );
}
