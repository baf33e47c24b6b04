'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { SelectorError } from '@/domain/selector/selector-error';
import { SearchBox } from '../search-box/search-box';
import type { CompletionQuestion } from '../search-box/use-completion';
import type { Step } from '../search-box/step';
import { useTRPC, useTRPCClient } from '../trpc';

interface ResourceSearchProps {
  query: string;
  onQuery: (query: string, step: Step) => void;
  waiting: boolean;
  refusal: SelectorError | undefined;
}

const SHOWN = 8;
const FRESH_MS = 10_000;

/** The search box, and what it asks the server while somebody types. */
export function ResourceSearch({ query, onQuery, waiting, refusal }: ResourceSearchProps) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [question, setQuestion] = useState<CompletionQuestion>();
  const { data } = useQuery(
    trpc.resources.suggest.queryOptions({ ...question, limit: SHOWN }, { enabled: question !== undefined, staleTime: FRESH_MS, placeholderData: keepPreviousData }),
  );
  const resolve = useCallback(async (items: string[]) => (await client.resources.resolve.query({ items })).items, [client]);
  return <SearchBox query={query} onQuery={onQuery} waiting={waiting} refusal={refusal} suggestions={data} onAsk={setQuestion} resolve={resolve} />;
}
