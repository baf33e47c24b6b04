'use client';

import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import type { Operation, ResultOutcome } from '@/domain/operation';
import { isKind } from '@/domain/kinds';
import { KindIcon } from '../resource-signs/kind-icon';
import { type ApiClient, type ApiError, useTRPC, useTRPCClient } from '../trpc';
import { exactNumber } from '../ui/exact-number';
import { whyNot } from './why-not';

type ResultsPage = Awaited<ReturnType<ApiClient['tagEdits']['progress']['query']>>;

const PAGE_ROWS = 50;
const WORDS = { refused: 'Refused', skipped: 'Skipped', gone: 'Gone', changed: 'Changed', unchanged: 'Unchanged' } as const satisfies Record<ResultOutcome, string>;
const WHY: Partial<Record<ResultOutcome, string>> = {
  refused: 'They would have more than 64 tags; nothing was written to them.',
  skipped: 'A tag was changed after the edit; they were left as they are.',
  gone: 'They were no longer there when it came to them.',
};

/** What became of each resource, by outcome, page after page; first what did not go as asked. */
export function OperationResults({ operation }: { operation: Operation }) {
  const outcomes = outcomesOf(operation);
  const [chosen, setChosen] = useState<ResultOutcome>();
  const outcome = outcomes.find((each) => each.outcome === chosen)?.outcome ?? outcomes[0]?.outcome;
  if (outcome === undefined) return <p className="text-ink-3">Nothing was done yet.</p>;
  return (
    <div className="results">
      <div role="group" aria-label="Outcome" className="result-outcomes">
        {outcomes.map((each) => (
          <button key={each.outcome} type="button" className="btn" aria-pressed={each.outcome === outcome} onClick={() => setChosen(each.outcome)}>
            {WORDS[each.outcome]} {each.count !== undefined && <span>{exactNumber(each.count)}</span>}
          </button>
        ))}
      </div>
      {WHY[outcome] !== undefined && <p className="text-ink-3">{WHY[outcome]}</p>}
      <ResultList key={outcome} operation={operation} outcome={outcome} />
    </div>
  );
}

interface CountedOutcome {
  outcome: ResultOutcome;
  /** Not known apart: an undo counts skipped and gone as one number. */
  count?: number;
}

/** Those that there are. */
function outcomesOf({ changed, unchanged, refused, skipped, undoes }: Operation): CountedOutcome[] {
  const left: CountedOutcome[] = undoes === null ? [{ outcome: 'gone', count: skipped }] : [{ outcome: 'skipped' }, { outcome: 'gone' }];
  const all: CountedOutcome[] = [{ outcome: 'refused', count: refused }, ...(skipped > 0 ? left : []), { outcome: 'changed', count: changed }, { outcome: 'unchanged', count: unchanged }];
  return all.filter(({ count }) => count !== 0);
}

function ResultList({ operation: { id, processed }, outcome }: { operation: Operation; outcome: ResultOutcome }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { id, limit: PAGE_ROWS, outcome };
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery<ResultsPage, ApiError, InfiniteData<ResultsPage>, readonly unknown[], string | undefined>({
    // What is processed so far is part of the question: while it runs, there are ever more results.
    queryKey: [...trpc.tagEdits.progress.infiniteQueryKey(input), processed],
    queryFn: ({ pageParam, signal }) => client.tagEdits.progress.query({ ...input, ...(pageParam === undefined ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {data !== undefined && items.length === 0 && <p className="text-ink-3">None.</p>}
      <ul className="result-list" aria-label={`${WORDS[outcome]} resources`}>
        {items.map(({ resourceId, name, kind }) => (
          <li key={resourceId}>
            {kind !== null && isKind(kind) && <KindIcon kind={kind} />}
            {name === null ? <code>{resourceId}</code> : <Link href={`/resources/${resourceId}`} prefetch={false}><bdi>{name}</bdi></Link>}
          </li>
        ))}
      </ul>
      {error !== null && (
        <p role="alert" className="text-offline">
          The results could not be read: {whyNot(error)}{' '}
          <button type="button" className="link" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      )}
      {hasNextPage && (
        <button type="button" className="link" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          More
        </button>
      )}
    </>
  );
}
