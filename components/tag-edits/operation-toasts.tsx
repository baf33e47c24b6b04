'use client';

import './operation-toasts.css';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import type { Operation } from '@/domain/operation';
import { Icon } from '../ui/icon';
import { OperationProgress } from './operation-progress';
import { isEnded, whatBecame, whatWasDone } from './operation-words';
import { UndoButton } from './undo-button';
import { useOperation } from './use-operation';

export interface OperationToastsProps {
  /** The operations that are followed, the newest last. */
  ids: readonly string[];
  /** An undo takes the place of what it takes back. */
  onReplace: (id: string, made: Operation) => void;
  onDismiss: (id: string) => void;
  /** An operation that was seen running has ended. */
  onEnded: () => void;
}

/** What runs and what has just ended, with the way back. It stays until it is dismissed. */
export function OperationToasts({ ids, onReplace, onDismiss, onEnded }: OperationToastsProps) {
  return (
    <ul className="toasts" aria-label="Bulk edits">
      {ids.map((id) => (
        <Toast key={id} id={id} onMade={(made) => onReplace(id, made)} onDismiss={() => onDismiss(id)} onEnded={onEnded} />
      ))}
    </ul>
  );
}

interface ToastProps {
  id: string;
  onMade: (made: Operation) => void;
  onDismiss: () => void;
  onEnded: () => void;
}

function Toast({ id, onMade, onDismiss, onEnded }: ToastProps) {
  const { operation, error, isUnknown } = useOperation(id);
  const wasRunning = useRef(false);
  useEffect(() => {
    if (operation === undefined) return;
    if (wasRunning.current && isEnded(operation)) onEnded();
    wasRunning.current = operation.state === 'running';
  }, [operation, onEnded]);

  const ended = operation !== undefined && isEnded(operation);
  const isWell = ended && operation.state === 'done' && operation.refused + operation.skipped === 0;
  return (
    <li className={isWell ? 'toast toast-well' : 'toast'}>
      <Icon name={isWell ? 'check' : ended || error !== null ? 'warning' : 'tag'} />
      <div className="toast-text" role="status">
        {operation && <p title={whatWasDone(operation)}>{whatWasDone(operation)}</p>}
        {operation?.state === 'running' && <OperationProgress operation={operation} />}
        {ended && <small>{operation.state === 'failed' ? `Stopped: ${operation.failure ?? 'an error'}` : whatBecame(operation)}</small>}
        {isUnknown && <p>This bulk edit is no longer known</p>}
        {error !== null && !isUnknown && <small>The server does not answer. The edit goes on there; it is looked for again.</small>}
      </div>
      <div className="toast-acts">
        {ended && <UndoButton operation={operation} onMade={onMade} />}
        {operation && (
          <Link href={`/activity?operation=${id}`} prefetch={false} className="btn btn-quiet">
            Details
          </Link>
        )}
        {(ended || isUnknown) && (
          <button type="button" className="icon-btn" aria-label="Dismiss" onClick={onDismiss}>
            <Icon name="x" />
          </button>
        )}
      </div>
    </li>
  );
}
