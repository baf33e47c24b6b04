'use client';

import { useMemo } from 'react';
import { useTRPCClient } from '../trpc';
import { takeBack } from './cached-rows';
import { afterOtherEdits } from './edit-queue';
import { afterOwnEdits, rememberOwnEdit } from './own-revisions';
import { isConflict, reasonOf, type Refusal } from './refusal';
import { useTagCache } from './tag-cache';
import { patchBetween, type SeenTags, startDraft, type Tags } from './tag-draft';
import { reopenSession } from './tag-sessions';
import { cellsBack, recordEdit, type UndoStep } from './undo-steps';

export interface TagEdit {
  id: string;
  name: string;
  seen: SeenTags;
  wanted: Tags;
  /** Told when it is not saved, and the old tags are shown again. Without it the editor opens with what was typed and the reason. */
  refused?: (refusal: Refusal) => void;
}

/** Saves tags: shows them at once everywhere, sends the revision that was seen, and lets the server's answer win. It can be undone. */
export function useEditTags(): (edit: TagEdit) => void {
  const client = useTRPCClient();
  const cache = useTagCache();
  return useMemo(() => {
    async function send({ id, name, seen, wanted }: TagEdit): Promise<UndoStep> {
      const revision = afterOwnEdits(id, seen.revision);
      const { before, ...saved } = await client.tags.edit.mutate({ id, revision, ...patchBetween(seen.tags, wanted) });
      rememberOwnEdit(id, revision, saved.revision);
      cache.write((row) => (row.id !== id || row.revision > saved.revision ? undefined : saved));
      void cache.refreshCounts();
      return cellsBack({ id, name }, before, (key) => wanted[key] ?? null);
    }

    async function giveBack({ id, seen, wanted, refused }: TagEdit, error: unknown): Promise<undefined> {
      const back = takeBack({ tags: wanted, revision: seen.revision }, seen);
      cache.write((row) => (row.id === id ? back(row) : undefined));
      const theirs = isConflict(error) ? await readAgain(id) : null;
      if (theirs !== null) cache.write((row) => (row.id !== id || row.revision > theirs.revision ? undefined : theirs));
      const refusal: Refusal = { problem: reasonOf(error), theirs };
      if (refused) refused(refusal);
      else reopenSession(id, { seen, draft: startDraft(wanted), ...refusal, takesFocus: isLookingAt(id) });
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
      cache.write((row) => (row.id === id ? { tags: wanted, revision: seen.revision } : undefined));
      recordEdit(afterOtherEdits([id], () => send(edit).catch((error: unknown) => giveBack(edit, error))));
    };
  }, [client, cache]);
}

/** Whether the focus is where the edit was made, or nowhere: then the editor may take it back. */
function isLookingAt(id: string): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.closest(`[data-tags-of="${id}"]`) !== null;
}
