'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { Operation } from '@/domain/operation';
import { exactTime } from '../resource-signs/spans-of-time';
import { OperationProgress } from '../tag-edits/operation-progress';
import { OperationResults } from '../tag-edits/operation-results';
import { whatBecame } from '../tag-edits/operation-words';
import { UndoButton } from '../tag-edits/undo-button';
import { TagChip } from '../tags/tag-chip';
import { inOrder } from '../tags/tag-draft';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';

interface ActivityEntryProps {
  operation: Operation;
  /** Its results are shown from the start. */
  isOpen?: boolean;
  onMade: () => void;
}

const STATES = { previewed: 'Preview', running: 'Running', done: 'Done', failed: 'Stopped' } as const satisfies Record<Operation['state'], string>;

/** One bulk edit: who, when, what, to how many, what became of it, and the way back. */
export function ActivityEntry({ operation, isOpen = false, onMade }: ActivityEntryProps) {
  const { id, state, actor, query, matched, reason, failure, undoneBy, undoes, createdAt, startedAt, processed } = operation;
  const [showsResults, setShowsResults] = useState(isOpen);
  const at = startedAt ?? createdAt;
  return (
    <li className="activity-entry">
      <div className="activity-what">
        <p>
          <b>{actor.name}</b> <What operation={operation} /> <Where query={query} undoes={undoes} matched={matched} />
        </p>
        {reason !== null && <p className="text-ink-3">{reason}</p>}
        {state === 'running' ? (
          <OperationProgress operation={operation} />
        ) : (
          <p className={state === 'failed' ? 'text-offline' : 'text-ink-3'}>
            {whatBecame(operation)}
            {failure !== null && `. ${failure}`}
          </p>
        )}
      </div>
      <p className="activity-facts">
        <span className={`activity-state activity-${state}`}>{STATES[state]}</span>
        <time dateTime={at}>{exactTime(at)}</time>
      </p>
      <div className="activity-acts">
        {undoneBy !== null && (
          <Link href={`/activity?operation=${undoneBy}`} prefetch={false} className="link">
            {undoes === null ? 'Taken back' : 'Done again'}
          </Link>
        )}
        <UndoButton operation={operation} onMade={onMade} />
        {processed > 0 && (
          <button type="button" className="btn btn-quiet" aria-expanded={showsResults} onClick={() => setShowsResults(!showsResults)}>
            Results
            <Icon name={showsResults ? 'chevron-down' : 'chevron-right'} />
          </button>
        )}
      </div>
      {showsResults && <OperationResults operation={operation} key={id} />}
    </li>
  );
}

function What({ operation: { set, remove, undoes } }: { operation: Operation }) {
  if (undoes !== null) {
    return (
      <>
        took back{' '}
        <Link href={`/activity?operation=${undoes}`} prefetch={false} className="link">
          an edit
        </Link>
      </>
    );
  }
  const sets = inOrder(set);
  return (
    <>
      {sets.length > 0 && 'set '}
      {sets.map(([key, value]) => <TagChip key={key} name={key} value={value} />)}
      {sets.length > 0 && remove.length > 0 && ' and '}
      {remove.length > 0 && 'removed '}
      {remove.map((key) => <TagChip key={key} name={key} value="" />)}
    </>
  );
}

function Where({ query, undoes, matched }: { query: string | null; undoes: string | null; matched: number }) {
  const count = `${exactNumber(matched)} ${matched === 1 ? 'resource' : 'resources'}`;
  if (query === null) return <>{undoes === null ? `on ${count} picked by hand` : `of ${count}`}</>;
  return (
    <>
      on {count} of{' '}
      <Link href={`/resources?q=${encodeURIComponent(query)}`} prefetch={false} className="activity-query">
        {query === '' ? 'everything' : <code>{query}</code>}
      </Link>
    </>
  );
}
