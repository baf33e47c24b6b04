'use client';

import { useMutation } from '@tanstack/react-query';
import type { Operation } from '@/domain/operation';
import { useTRPC } from '../trpc';
import { whyNot } from './why-not';

interface UndoButtonProps {
  operation: Operation;
  /** Told the operation that takes it back, or that goes on with it. */
  onMade: (made: Operation) => void;
}

/** Takes an ended edit back; an undo it does again; what failed goes on. Nothing where it was taken back already. */
export function UndoButton({ operation: { id, state, undoes, undoneBy, changed }, onMade }: UndoButtonProps) {
  const trpc = useTRPC();
  const undo = useMutation(trpc.tagEdits.undo.mutationOptions());
  const resume = useMutation(trpc.tagEdits.run.mutationOptions());
  if (undoneBy !== null || state === 'running' || state === 'previewed') return null;
  const busy = undo.isPending || resume.isPending;
  const failure = undo.error ?? resume.error;
  return (
    <>
      {failure !== null && <span role="alert" className="undo-problem">{whyNot(failure)}</span>}
      {state === 'failed' && (
        <button type="button" className="btn" aria-disabled={busy} onClick={() => !busy && resume.mutate({ preview: id }, { onSuccess: onMade })}>
          Run again
        </button>
      )}
      {changed > 0 && (
        <button type="button" className="btn" aria-disabled={busy} onClick={() => !busy && undo.mutate({ id }, { onSuccess: onMade })}>
          {undoes === null ? 'Undo' : 'Redo'}
        </button>
      )}
    </>
  );
}
