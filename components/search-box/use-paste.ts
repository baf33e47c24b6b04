'use client';

import { type ClipboardEvent, useRef, useState } from 'react';
import { isMatched, queryOfItems, type ResolvedItem } from '@/domain/selector/resolved-items';
import { readPaste, withinQuery } from './read-paste';

export type PasteNote =
  | { type: 'kubectl'; pasted: string }
  | { type: 'list'; pasted: string; before: string; items: ResolvedItem[] | undefined; failure: string | undefined; more: number };

interface PasteTarget {
  resolve: (items: string[]) => Promise<ResolvedItem[]>;
  type: (text: string) => void;
  submit: (text: string) => void;
}

/** A selector of kubectl is rewritten as it is pasted; a list of names, addresses or ids is looked up and becomes the query. */
export function usePaste({ resolve, type, submit }: PasteTarget) {
  const [note, setNote] = useState<PasteNote>();
  const latest = useRef(0);

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const pasted = event.clipboardData.getData('text/plain').trim();
    const [head, tail] = [value.slice(0, selectionStart ?? 0), value.slice(selectionEnd ?? 0)];
    const paste = readPaste(pasted, head + pasted + tail);
    if (paste.type === 'text') return;
    event.preventDefault();
    if (paste.type === 'kubectl') {
      type(paste.query);
      setNote({ type: 'kubectl', pasted });
      return;
    }
    void lookUp(pasted, `${head} ${tail}`.trim(), paste.items, paste.more);
  };

  const lookUp = async (pasted: string, before: string, asked: string[], more: number) => {
    const turn = ++latest.current;
    const list = { type: 'list' as const, pasted, before, more, items: undefined, failure: undefined };
    setNote(list);
    try {
      const items = await resolve(asked);
      if (turn !== latest.current) return;
      setNote({ ...list, items });
      const found = queryOfItems(items.filter(isMatched));
      if (found) submit(withinQuery(before, found));
    } catch (error) {
      if (turn === latest.current) setNote({ ...list, failure: error instanceof Error ? error.message : String(error) });
    }
  };

  const close = () => {
    latest.current++;
    setNote(undefined);
  };

  /** Takes what names several resources too. */
  const includeAmbiguous = () => {
    const found = note?.type === 'list' && note.items ? queryOfItems(note.items) : undefined;
    if (note?.type === 'list' && found) submit(withinQuery(note.before, found));
    close();
  };

  const putText = () => {
    if (note?.type === 'list') type(`${note.before} ${note.pasted.replace(/\s+/g, ' ')}`.trim());
    close();
  };

  return { note, onPaste, close, includeAmbiguous, putText };
}
