'use client';

import { isAmbiguous, isMatched, type ResolvedItem } from '@/domain/selector/resolved-items';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';

export interface PastedListProps {
  /** Absent while they are looked up. */
  items: readonly ResolvedItem[] | undefined;
  failure: string | undefined;
  /** How many were left out because a list is too long. */
  more: number;
  onInclude: () => void;
  onPutText: () => void;
  onClose: () => void;
}

/** What became of a pasted list: what was found and is the query now, what names several resources, what names none. */
export function PastedList({ items, failure, more, onInclude, onPutText, onClose }: PastedListProps) {
  const matched = items?.filter(isMatched) ?? [];
  const ambiguous = items?.filter(isAmbiguous) ?? [];
  const missing = items?.filter(({ count }) => count === 0) ?? [];
  const several = ambiguous.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="search-pop search-note" aria-label="Pasted list">
      <div className="search-note-head">
        <p role="status">
          {failure !== undefined && `The list could not be looked up: ${failure}`}
          {failure === undefined && items === undefined && 'Looking up the list'}
          {items && `${exactNumber(matched.length)} matched, ${exactNumber(ambiguous.length)} ambiguous, ${exactNumber(missing.length)} not found`}
        </p>
        <button type="button" className="icon-btn icon-btn-small" aria-label="Close" onClick={onClose}>
          <Icon name="x" />
        </button>
      </div>
      {more > 0 && <p>Only the first 250 were taken; {exactNumber(more)} more were in the list.</p>}
      {ambiguous.length > 0 && (
        <dl>
          <dt>Ambiguous</dt>
          <dd>{ambiguous.map(({ text, count }) => `${text} (${exactNumber(count)})`).join(', ')}</dd>
        </dl>
      )}
      {missing.length > 0 && (
        <dl>
          <dt>Not found</dt>
          <dd>{missing.map(({ text }) => text).join(', ')}</dd>
        </dl>
      )}
      <div className="search-note-acts">
        {ambiguous.length > 0 && (
          <button type="button" className="btn" onClick={onInclude}>
            Include the {exactNumber(several)} ambiguous
          </button>
        )}
        <button type="button" className="btn btn-quiet" onClick={onPutText}>
          Put in as text
        </button>
      </div>
    </section>
  );
}
