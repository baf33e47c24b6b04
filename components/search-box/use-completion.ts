'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { completeSelector } from '@/domain/selector/complete-selector';
import type { Suggestions } from '@/domain/selector/suggestions';
import { readHistory } from './query-history';
import { isAsked, searchOptions } from './search-options';

/** What the server is asked to complete: the query as it is typed, and where the caret stands. */
export interface CompletionQuestion {
  q: string;
  at: number;
}

interface CompletionInput {
  text: string;
  caret: number;
  suggestions: Suggestions | undefined;
  onAsk: (question: CompletionQuestion | undefined) => void;
}

const PAUSE_MS = 40;

/** The list that hangs at the caret: what is in it, whether it is open, and which of it is pointed at; -1: none. */
export function useCompletion({ text, caret, suggestions, onAsk }: CompletionInput) {
  const [isWanted, setWanted] = useState(false);
  const [pointed, setPointed] = useState({ at: '', place: -1 });
  const [recent, setRecent] = useState<string[]>([]);
  const slot = useMemo(() => completeSelector(text, caret), [text, caret]);
  const offered = useMemo(() => searchOptions({ text, slot, suggestions, recent }), [text, slot, suggestions, recent]);
  const count = offered.options.length;

  const asksServer = isWanted && isAsked(slot);
  const ask = useRef(onAsk);
  useEffect(() => {
    ask.current = onAsk;
  });
  useEffect(() => {
    if (!asksServer) return;
    const timer = setTimeout(() => ask.current({ q: text, at: caret }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asksServer, text, caret]);

  const at = `${caret} ${text}`;
  const active = pointed.at === at && pointed.place < count ? pointed.place : -1;
  return {
    slot,
    offered,
    /** Since the first key until the list is closed, whether it offers anything or not. */
    isTyping: isWanted,
    isOpen: isWanted && count > 0,
    active,
    open: () => {
      setRecent(readHistory());
      setWanted(true);
    },
    close: () => setWanted(false),
    point: (place: number) => setPointed({ at, place }),
    /** From none to the first, past the last to none again. */
    step: (by: 1 | -1) => setPointed({ at, place: ((active + 1 + by + count + 1) % (count + 1)) - 1 }),
  };
}
