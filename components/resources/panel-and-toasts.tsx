'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Operation } from '@/domain/operation';
import { BulkEdit } from '../tag-edits/bulk-edit';
import { operationInput } from '../tag-edits/operation-input';
import { OperationToasts } from '../tag-edits/operation-toasts';
import { useTRPC } from '../trpc';
import type { SelectionInput } from './selection';

export interface PanelAndToastsProps {
  /** What is edited; undefined while nothing is selected for it. */
  selection: SelectionInput | undefined;
  count: number;
  /** The edits that are followed, the newest last. */
  operations: readonly string[];
  onClose: () => void;
  /** An edit has begun. */
  onRun: () => void;
  onOperations: (operations: readonly string[]) => void;
  onEnded: () => void;
}

/** As many as fit below one another. */
const FOLLOWED = 3;
const NOTHING: SelectionInput = { ids: [] };

/** The panel, and what runs and has run. */
export function PanelAndToasts({ selection, count, operations, onClose, onRun, onOperations, onEnded }: PanelAndToastsProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const isOpen = selection !== undefined;

  // Its button is gone with the selection: the focus goes to the page, once the panel has given it back.
  const hasRun = useRef(false);
  useEffect(() => {
    if (isOpen || !hasRun.current) return;
    hasRun.current = false;
    document.getElementById('main')?.focus();
  }, [isOpen]);

  /** Shows an operation as it was answered, in the place of another or below all. */
  function follow(made: Operation, instead?: string) {
    queryClient.setQueryData(trpc.tagEdits.progress.queryKey(operationInput(made.id)), { ...made, items: [], nextCursor: null });
    const others = operations.filter((id) => id !== made.id);
    onOperations(instead !== undefined && others.includes(instead) ? others.map((id) => (id === instead ? made.id : id)) : [...others, made.id].slice(-FOLLOWED));
    if (made.state !== 'running') onEnded();
  }

  return (
    <>
      <BulkEdit
        open={isOpen}
        selection={selection ?? NOTHING}
        count={count}
        onClose={onClose}
        onRun={(made) => {
          hasRun.current = true;
          onClose();
          onRun();
          follow(made);
        }}
      />
      {operations.length > 0 && (
        <OperationToasts
          ids={operations}
          onReplace={(id, made) => follow(made, id)}
          onDismiss={(id) => onOperations(operations.filter((each) => each !== id))}
          onEnded={onEnded}
        />
      )}
    </>
  );
}
