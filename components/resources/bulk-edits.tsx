'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Operation } from '@/domain/operation';
import { operationInput } from '../tag-edits/operation-input';
import { useTRPC } from '../trpc';
import { Sheet } from '../ui/sheet';
import { useLazyComponent } from '../ui/use-lazy-component';
import type { SelectionInput } from './selection';

interface BulkEditsProps {
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

const loadPanel = () => import('../tag-edits/bulk-edit').then(({ BulkEdit }) => BulkEdit);
const loadToasts = () => import('../tag-edits/operation-toasts').then(({ OperationToasts }) => OperationToasts);
/** It is loaded again, and said, when it is wanted. */
const ignore = (): undefined => undefined;

/** The editing of many rows, whose script comes when it is wanted: the panel, and what runs and has run. */
export function BulkEdits({ selection, count, operations, onClose, onRun, onOperations, onEnded }: BulkEditsProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const panel = useLazyComponent(loadPanel);
  const toasts = useLazyComponent(loadToasts);
  const [askPanel, askToasts] = [panel.ask, toasts.ask];
  const isOpen = selection !== undefined;
  const follows = operations.length > 0;
  const hasSelected = count > 0;

  useEffect(() => {
    if (hasSelected) void Promise.all([loadPanel(), loadToasts()]).catch(ignore);
  }, [hasSelected]);
  useEffect(() => {
    if (isOpen) askPanel();
  }, [isOpen, askPanel]);
  useEffect(() => {
    if (follows) askToasts();
  }, [follows, askToasts]);

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
      {panel.Component && (
        <panel.Component
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
      )}
      <Sheet title="Edit tags" edge="right" open={isOpen && panel.failed} onClose={onClose}>
        <p role="alert" className="p-4">
          The editor could not be loaded. What you selected stays selected.{' '}
          <button type="button" className="link" onClick={panel.ask}>
            Try again
          </button>
        </p>
      </Sheet>
      {follows && toasts.Component && (
        <toasts.Component
          ids={operations}
          onReplace={(id, made) => follow(made, id)}
          onDismiss={(id) => onOperations(operations.filter((each) => each !== id))}
          onEnded={onEnded}
        />
      )}
    </>
  );
}
