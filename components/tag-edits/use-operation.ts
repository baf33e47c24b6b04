'use client';

import { useQuery } from '@tanstack/react-query';
import type { Operation } from '@/domain/operation';
import { useTRPC } from '../trpc';
import { operationInput } from './operation-input';

const LOOK_EVERY_MS = 500;

/** How far an operation is, looked at until it has ended; a server that does not answer is asked again. */
export function useOperation(id: string) {
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.tagEdits.progress.queryOptions(operationInput(id), {
      refetchInterval: ({ state }) => {
        if (state.error?.data?.httpStatus === 404) return false;
        return state.error !== null || state.data === undefined || state.data.state === 'running' ? LOOK_EVERY_MS : false;
      },
    }),
  );
  const operation: Operation | undefined = data;
  return { operation, error, isUnknown: error?.data?.httpStatus === 404 };
}
