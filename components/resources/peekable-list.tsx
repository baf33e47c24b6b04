'use client';

import { useEffect } from 'react';
import { Sheet } from '../ui/sheet';
import { useLazyComponent } from '../ui/use-lazy-component';
import { InventoryList, type InventoryListProps } from './inventory-list';
import { PeekedProvider } from './peeked';
import { usePeek } from './use-peek';

const load = () => import('../resource-detail/peek-panel').then(({ PeekPanel }) => PeekPanel);

interface PeekableListProps extends Omit<InventoryListProps, 'peek'> {
  /** The id that the address names; empty: none. */
  peeked: string;
}

/** The list, and over it what one of its resources is: the panel's script comes when it is opened first. */
export function PeekableList({ peeked, ...list }: PeekableListProps) {
  const { rows } = list;
  const peek = usePeek(peeked, rows);
  const { id, table, close } = peek;
  const { Component: PeekPanel, failed, ask } = useLazyComponent(load);
  const isOpen = id !== undefined;

  useEffect(() => {
    if (isOpen) ask();
  }, [isOpen, ask]);

  return (
    <PeekedProvider value={id}>
      <InventoryList {...list} peek={peek} />
      {id !== undefined && PeekPanel && (
        <PeekPanel
          id={id}
          row={peek.row}
          readAt={rows.asOf}
          isSettled={peek.isSettled}
          place={peek.rank === undefined || rows.groups ? undefined : { rank: peek.rank, of: rows.source.total }}
          onStep={(step) => table.current?.focusRow(step)}
          onClose={close}
        />
      )}
      <Sheet title="Resource" edge="right" open={isOpen && failed && !PeekPanel} onClose={close}>
        <p role="alert" className="p-4">
          The panel could not be loaded.{' '}
          <button type="button" className="link" onClick={ask}>
            Try again
          </button>
        </p>
      </Sheet>
    </PeekedProvider>
  );
}
