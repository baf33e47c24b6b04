'use client';

import { useMemo } from 'react';
import type { CellEdit, CellsResult } from '@/domain/tag-cells';
import { rememberOwnEdit } from '../tags/own-revisions';
import { useTagCache } from '../tags/tag-cache';
import { useTRPCClient } from '../trpc';

/** Sends cells as one edit and lets the server's answer win wherever they are shown; answers what became of each resource, by its id. */
export function useSendCells(): (cells: CellEdit[]) => Promise<ReadonlyMap<string, CellsResult>> {
  const client = useTRPCClient();
  const cache = useTagCache();
  return useMemo(
    () => async (cells) => {
      const results = await client.tags.editCells.mutate({ cells });
      const answered = new Map(results.map((result) => [result.id, result]));
      for (const { id, outcome, revision } of results) if (outcome === 'changed') rememberOwnEdit(id, revision - 1, revision);
      cache.write((row) => {
        const now = answered.get(row.id);
        return now === undefined || now.outcome === 'gone' || row.revision > now.revision ? undefined : { tags: now.tags, revision: now.revision };
      });
      void cache.refreshCounts();
      return answered;
    },
    [client, cache],
  );
}
