'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';
import { useMemo } from 'react';
import { useTRPC, useTRPCClient } from '../trpc';
import { type RowChange, takeBack, writeCachedRows } from './cached-rows';
import { afterOwnEdits, rememberOwnEdit } from './own-revisions';
import { patchBetween, type SeenTags, startDraft, type Tags } from './tag-draft';
import { reopenSession } from './tag-sessions';

export interface TagEdit {
  id: string;
  seen: SeenTags;
  wanted: Tags;
}

// Edits of one resource run one after another, in the order in which they were made.
const lastEdit = new Map<string, Promise<void>>();

/** Resolves when the edit of this resource that is under way has its answer; undefined: there is none. */
export const editUnderWay = (id: string): Promise<void> | undefined => lastEdit.get(id);

/**
 * Saves tags: shows them at once everywhere, sends the revision that was seen, and lets the server's answer win.
 * When it is refused, the old tags are shown again and the editor opens with what was typed and the reason.
 */
export function useEditTags(): (edit: TagEdit) => void {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  return useMemo(() => {
    const cache = { queryClient, queryKey: trpc.resources.pathKey() };

    async function send({ id, seen, wanted }: TagEdit): Promise<void> {
      const revision = afterOwnEdits(id, seen.revision);
      const saved = await client.tags.edit.mutate({ id, revision, ...patchBetween(seen.tags, wanted) });
      rememberOwnEdit(id, revision, saved.revision);
      write(cache, id, (row) => (row.revision > saved.revision ? undefined : saved));
      await refreshCounts(queryClient, [trpc.resources.facets.pathKey(), trpc.resources.count.pathKey(), trpc.resources.changes.pathKey(), trpc.tags.suggest.pathKey()]);
    }

    async function giveBack({ id, seen, wanted }: TagEdit, error: unknown): Promise<void> {
      write(cache, id, takeBack({ tags: wanted, revision: seen.revision }, seen));
      const theirs = codeOf(error) === 'conflict' ? await readAgain(id) : null;
      if (theirs !== null) write(cache, id, (row) => (row.revision > theirs.revision ? undefined : theirs));
      reopenSession(id, { seen, draft: startDraft(wanted), problem: reasonOf(error), theirs, takesFocus: isLookingAt(id) });
    }

    async function readAgain(id: string): Promise<SeenTags | null> {
      try {
        const { tags, revision } = await client.resources.byId.query({ id });
        return { tags, revision };
      } catch {
        return null; // The conflict itself is shown all the same.
      }
    }

    return (edit) => {
      const { id, seen, wanted } = edit;
      write(cache, id, () => ({ tags: wanted, revision: seen.revision }));
      const before = lastEdit.get(id) ?? Promise.resolve();
      const run = before.then(() => send(edit)).catch((error: unknown) => giveBack(edit, error));
      lastEdit.set(id, run);
      void run.finally(() => lastEdit.get(id) === run && lastEdit.delete(id));
    };
  }, [trpc, client, queryClient]);
}

interface Cache {
  queryClient: QueryClient;
  queryKey: readonly unknown[];
}

function write({ queryClient, queryKey }: Cache, id: string, change: RowChange) {
  writeCachedRows(queryClient, queryKey, (row) => (row.id === id ? change(row) : undefined));
}

/** Counts and history follow; the list's order and membership stay as they are under the pointer. */
const refreshCounts = (queryClient: QueryClient, keys: readonly (readonly unknown[])[]) =>
  Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey }, { cancelRefetch: false })));

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'appCode' in data && typeof data.appCode === 'string' ? data.appCode : undefined;
}

/** The server's own sentence, or that there was none. */
function reasonOf(error: unknown): string {
  if (codeOf(error) === undefined || !(error instanceof Error)) return 'The server could not be reached. Nothing was saved; what you typed is kept.';
  return /[.!?]$/.test(error.message) ? error.message : `${error.message}.`;
}

/** Whether the focus is where the edit was made, or nowhere: then the editor may take it back. */
function isLookingAt(id: string): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.closest(`[data-tags-of="${id}"]`) !== null;
}
