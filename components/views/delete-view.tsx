'use client';

import { useEffect, useRef } from 'react';
import type { OpenedView } from '@/domain/saved-view';
import { useViewEdits } from './use-view-edits';
import { whyNot } from './why-not';

interface DeleteViewProps {
  view: OpenedView;
  onBack: () => void;
  onDeleted: () => void;
}

/** Asks once more, and says what asks for the view: as long as something does, it stays. */
export function DeleteView({ view, onBack, onDeleted }: DeleteViewProps) {
  const { remove } = useViewEdits();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const isUsed = view.usedBy.length > 0;
  return (
    <div className="view-form">
      {isUsed ? (
        <p>
          {view.usedBy.length === 1 ? 'Another view asks' : 'Other views ask'} for it: {view.usedBy.map((slug, place) => <span key={slug}>{place > 0 && ', '}<code>{slug}</code></span>)}. Change or delete that first.
        </p>
      ) : (
        <p>Links to {view.name} will say that it is gone. The resources stay as they are.</p>
      )}
      {remove.error !== null && (
        <p role="alert" className="view-wrong">
          {whyNot(remove.error)}
        </p>
      )}
      <div className="view-acts">
        <button ref={back} type="button" className="btn" onClick={onBack}>
          Back
        </button>
        {!isUsed && (
          <button
            type="button"
            className="btn btn-primary"
            aria-disabled={remove.isPending}
            onClick={() =>
              !remove.isPending &&
              remove.mutate(
                { slug: view.slug, revision: view.revision },
                { onSuccess: onDeleted },
              )
            }
          >
            Delete {view.name}
          </button>
        )}
      </div>
    </div>
  );
}
