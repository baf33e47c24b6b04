'use client';

import { useEffect, useRef } from 'react';
import type { SavedView, ViewSettings } from '@/domain/saved-view';
import { type PopoverAnchor, PopoverDialog } from '../ui/popover-dialog';
import { NewViewForm } from './new-view-form';

const WIDTH = 340;

interface NewViewProps extends PopoverAnchor {
  settings: ViewSettings;
  onSaved: (view: SavedView) => void;
}

/** Keeps what is shown under a name. */
export function NewView({ settings, onSaved, ...anchored }: NewViewProps) {
  const input = useRef<HTMLInputElement>(null);

  // The popover has shown itself by now, unlike when the form was made: its own effect ran between them.
  useEffect(() => input.current?.focus(), []);

  return (
    <PopoverDialog {...anchored} label="Save view" width={WIDTH} className="view-panel">
      <NewViewForm
        input={input}
        settings={settings}
        onSaved={(view) => {
          anchored.onClose(true);
          onSaved(view);
        }}
        onCancel={() => anchored.onClose(true)}
      />
    </PopoverDialog>
  );
}
