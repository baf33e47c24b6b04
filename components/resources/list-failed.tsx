'use client';

import { useEffect, useState } from 'react';
import type { ApiError } from '../trpc';
import { clockTime } from '../resource-signs/spans-of-time';
import { Icon } from '../ui/icon';
import { ListState } from './list-state';

const NEXT_TRY_SECONDS = 10;

interface ListFailedProps {
  failure: ApiError;
  /** Counts the failures of this list, so that each begins its own countdown. */
  tries: number;
  trying: boolean;
  onRetry: () => void;
}

/** The list could not be read: what failed, since when, and when it is tried again by itself. */
export function ListFailed({ failure, tries, trying, onRetry }: ListFailedProps) {
  const [since] = useState(() => Date.now());
  const reached = failure.data !== undefined && failure.data !== null;
  return (
    <ListState icon="unplug" title="The list could not be loaded" says={reached ? failure.message : 'The server does not answer. Your query is kept in the address.'}>
      <div className="list-state-acts">
        <button type="button" className="btn btn-primary" disabled={trying} onClick={onRetry}>
          <Icon name="refresh" />
          Try again
        </button>
        {trying ? <span>Trying</span> : <Countdown key={tries} onEnd={onRetry} />}
      </div>
      <dl className="facts">
        <dt>Status</dt>
        <dd>{reached ? `${failure.data?.httpStatus}, ${failure.data?.appCode}` : 'no answer'}</dd>
        <dt>Since</dt>
        <dd>
          {clockTime(since)}, {tries === 1 ? '1 try' : `${tries} tries`}
        </dd>
      </dl>
    </ListState>
  );
}

function Countdown({ onEnd }: { onEnd: () => void }) {
  const [seconds, setSeconds] = useState(NEXT_TRY_SECONDS);
  useEffect(() => {
    const timer = setTimeout(() => (seconds > 1 ? setSeconds(seconds - 1) : onEnd()), 1_000);
    return () => clearTimeout(timer);
  }, [seconds, onEnd]);
  return <span>Next try by itself in {seconds} s</span>;
}
