'use client';

import './activity.css';
import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '../trpc';
import { Icon } from '../ui/icon';
import { useOperation } from '../tag-edits/use-operation';
import { whyNot } from '../tag-edits/why-not';
import { ActivityEntry } from './activity-entry';
import { useActivity } from './use-activity';

/** The bulk edits that were run, newest first; or the one that the address names. */
export function ActivityView({ operation }: { operation: string | undefined }) {
  return (
    <>
      <header className="page-head">
        <h1 className="activity-title">Activity</h1>
        {operation !== undefined && (
          <Link href="/activity" prefetch={false} className="link ml-auto">
            All bulk edits
          </Link>
        )}
      </header>
      <div className="activity">
        {operation === undefined ? <AllEdits /> : <OneEdit key={operation} id={operation} />}
      </div>
    </>
  );
}

function OneEdit({ id }: { id: string }) {
  const { operation, error } = useOperation(id);
  const readAgain = useReadAgain();
  if (operation !== undefined) return <ol aria-label="Bulk edits"><ActivityEntry operation={operation} isOpen onMade={readAgain} /></ol>;
  if (error !== null) return <p role="alert" className="activity-message">{whyNot(error)}</p>;
  return <Bones />;
}

function AllEdits() {
  const { data, error, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useActivity();
  const readAgain = useReadAgain();
  const operations = data?.pages.flatMap((page) => page.items);
  return (
    <>
      {operations === undefined && error === null && <Bones />}
      {error !== null && (
        <div role="alert" className="activity-message">
          <Icon name="unplug" />
          <p>The bulk edits could not be read: {whyNot(error)}</p>
          <button type="button" className="btn" aria-disabled={isFetching} onClick={() => void refetch()}>
            Try again
          </button>
        </div>
      )}
      {operations?.length === 0 && (
        <div className="activity-message">
          <h2>No bulk edits yet</h2>
          <p>Select rows in the inventory and choose Edit tags. What was done is listed here for 30 days, with the way back.</p>
          <Link href="/resources" prefetch={false} className="btn btn-primary">
            Open the inventory
          </Link>
        </div>
      )}
      {operations !== undefined && operations.length > 0 && (
        <ol aria-label="Bulk edits">
          {operations.map((operation) => (
            <ActivityEntry key={operation.id} operation={operation} onMade={readAgain} />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <button type="button" className="btn activity-older" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Older
        </button>
      )}
    </>
  );
}

/** All that is shown of bulk edits follows an undo. */
function useReadAgain() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => void queryClient.invalidateQueries(trpc.tagEdits.pathFilter());
}

const BONES = [220, 164, 248];

function Bones() {
  return (
    <div aria-label="Reading the bulk edits" className="activity-bones">
      {BONES.map((width) => (
        <div key={width} className="activity-entry">
          <span className="bone" style={{ width }} />
        </div>
      ))}
    </div>
  );
}
