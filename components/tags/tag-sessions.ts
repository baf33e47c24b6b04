'use client';

import { useSyncExternalStore } from 'react';
import { type SeenTags, startDraft, type TagDraft } from './tag-draft';

/** One open editor: what the person saw, what they are making of it, and what stands in the way. */
export interface TagSession {
  seen: SeenTags;
  draft: TagDraft;
  /** Why it could not be saved. */
  problem: string | null;
  /** What somebody else made of the tags meanwhile. */
  theirs: SeenTags | null;
  takesFocus: boolean;
}

// By resource, outside of React: a row that is scrolled out of sight and back is still being edited,
// and an edit that fails after its editor closed opens it again with what was typed.
const sessions = new Map<string, TagSession>();
const listeners = new Set<() => void>();

function write(id: string, session: TagSession | undefined) {
  if (session === undefined) sessions.delete(id);
  else sessions.set(id, session);
  for (const listener of listeners) listener();
}

export const openSession = (id: string, { tags, revision }: SeenTags, taken?: string): void =>
  write(id, { seen: { tags, revision }, draft: startDraft(tags, taken), problem: null, theirs: null, takesFocus: true });

export function changeSession(id: string, change: Partial<TagSession>): void {
  const session = sessions.get(id);
  if (session !== undefined) write(id, { ...session, ...change });
}

export const closeSession = (id: string): void => write(id, undefined);

/** Opens the editor again for an edit that failed; a draft that was begun meanwhile goes on. */
export function reopenSession(id: string, failed: TagSession): void {
  const begun = sessions.get(id);
  write(id, begun === undefined ? failed : { ...failed, draft: begun.draft, takesFocus: begun.takesFocus });
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTagSession = (id: string): TagSession | undefined =>
  useSyncExternalStore(subscribe, () => sessions.get(id), () => undefined);
