'use client';

import { exactNumber } from '../ui/exact-number';
import { HistoryEntry } from './history-entry';
import { useChanges } from './use-resource';

/** What became of a resource, newest first. */
export function HistorySection({ id }: { id: string }) {
  const { data, dataUpdatedAt, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useChanges(id);
  const entries = data?.pages.flatMap((page) => page.items);
  return (
    <section className="sec" aria-labelledby="history-heading">
      <div className="sec-head">
        <h2 id="history-heading">History</h2>
        {entries !== undefined && entries.length > 0 && <span>{hasNextPage ? `the latest ${exactNumber(entries.length)}` : `${exactNumber(entries.length)} in all`}, times in UTC</span>}
      </div>
      {entries?.length === 0 && <p className="text-ink-3">Nothing has changed since it was registered.</p>}
      {entries !== undefined && entries.length > 0 && (
        <ol className="time-line">
          {entries.map((change) => (
            <HistoryEntry key={change.id} change={change} now={dataUpdatedAt} />
          ))}
        </ol>
      )}
      {error !== null && (
        <p role="alert" className="py-1 text-offline">
          The history could not be read: {error.message}{' '}
          <button type="button" className="link" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      )}
      {hasNextPage && (
        <button type="button" className="link mt-1 ml-[70px]" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Older changes
        </button>
      )}
    </section>
  );
}
