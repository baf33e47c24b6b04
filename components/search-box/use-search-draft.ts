'use client';

import { useEffect, useRef, useState } from 'react';
import { readQuery } from './read-query';
import type { Step } from './step';

/** While an answer is on its way, what is typed waits for it: the server is not asked for more than it can answer. But for no longer than this. */
const MOST_WAIT_MS = 250;
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
 * What is typed, on its way into the address: it is asked as soon as it can be understood, and on Enter in any case.
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

/**
 * Asks what is typed: at once, or when the answer to what was asked before is there. Not while it is held back, as when somebody is choosing from a list
 * how it goes on.
 */
export function useAskWhileTyping({ text, settled, ask, settle }: Pick<ReturnType<typeof useSearchDraft>, 'text' | 'settled' | 'ask' | 'settle'>, is: { held: boolean; waiting: boolean }) {
  const latest = useRef({ ask, settle });
  useEffect(() => {
    latest.current = { ask, settle };
  });

  useEffect(() => {
    if (text === settled || is.held) return;
    const isRefused = readQuery(text).error !== undefined;
    const pause = isRefused ? REFUSE_AFTER_MS : is.waiting ? MOST_WAIT_MS : 0;
    const timer = setTimeout(() => (isRefused ? latest.current.settle() : latest.current.ask(text)), pause);
    return () => clearTimeout(timer);
  }, [text, settled, is.held, is.waiting]);
}
