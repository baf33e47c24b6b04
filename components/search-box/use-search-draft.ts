'use client';

import { useEffect, useRef, useState } from 'react';
import { readQuery } from './read-query';
import type { Step } from './step';

/** After this long without a key, what is typed is asked: rows and facets follow each key of most people. */
const ASK_AFTER_MS = 60;
/** What is half typed is not called wrong while somebody is typing. */
const REFUSE_AFTER_MS = 150;

interface Draft {
  text: string;
  /** The query of the address when the draft last agreed with it. */
  seen: string;
  /** The query that the draft has put into the address. */
  sent: string;
}

/**
 * What is typed, on its way into the address: it is asked after a pause when it can be understood, and on Enter in any case.
 * One spell of typing is one step of the browser's history.
 */
export function useSearchDraft(query: string, onQuery: (query: string, step: Step) => void) {
  const [draft, setDraft] = useState<Draft>({ text: query, seen: query, sent: query });
  const [settled, setSettled] = useState(query);
  const isTyping = useRef(false);

  if (draft.seen !== query) setDraft(query === draft.sent ? { ...draft, seen: query } : { text: query, seen: query, sent: query });

  const { text } = draft;
  const ask = (next: string) => {
    setDraft({ text: next, seen: query, sent: next });
    setSettled(next);
    if (next === query) return;
    onQuery(next, isTyping.current ? 'replace' : 'push');
    isTyping.current = true;
  };

  return {
    text,
    settled,
    ask,
    settle: () => setSettled(text),
    /** The person has stopped typing: what is wrong may be said. */
    isSettled: text === settled || text === query,
    type: (next: string) => setDraft((before) => ({ ...before, text: next })),
    /** Asks at once, understood or not, and makes it a step of its own. */
    submit: (next: string) => {
      ask(next);
      isTyping.current = false;
    },
    endTyping: () => {
      isTyping.current = false;
    },
    restore: () => setDraft({ text: query, seen: query, sent: query }),
  };
}

/** Asks what is typed after a pause; not while it is held back, as when somebody is choosing from a list how it goes on. */
export function useAskAfterPause({ text, settled, ask, settle }: Pick<ReturnType<typeof useSearchDraft>, 'text' | 'settled' | 'ask' | 'settle'>, isHeld: boolean) {
  const onPause = useRef({ ask, settle });
  useEffect(() => {
    onPause.current = { ask, settle };
  });

  useEffect(() => {
    if (text === settled || isHeld) return;
    const isRefused = readQuery(text).error !== undefined;
    const timer = setTimeout(() => (isRefused ? onPause.current.settle() : onPause.current.ask(text)), isRefused ? REFUSE_AFTER_MS : ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, settled, isHeld]);
}
