'use client';

import { useEffect, useRef, useState } from 'react';
import { readQuery } from './read-query';
import type { Step } from './step';

/** After this long without a key, what is typed is asked. */
const PAUSE_MS = 150;

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
  const askAfterPause = useRef(ask);
  useEffect(() => {
    askAfterPause.current = ask;
  });

  useEffect(() => {
    if (text === settled) return;
    const timer = setTimeout(() => (readQuery(text).error ? setSettled(text) : askAfterPause.current(text)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, settled]);

  return {
    text,
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
