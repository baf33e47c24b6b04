'use client';

import './search-box.css';
import { type ClipboardEvent, type CSSProperties, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { applySuggestion, type SelectorError } from '@/domain/selector/selector-error';
import { Icon } from '../ui/icon';
import { highlight } from './search-highlight';
import { QueryRuns } from './query-runs';
import { readQuery } from './read-query';
import type { Step } from './use-inventory-address';
import { useSearchDraft } from './use-search-draft';

interface SearchBoxProps {
  query: string;
  onQuery: (query: string, step: Step) => void;
  /** What the server refuses in this query although it could be read here. */
  refusal: SelectorError | undefined;
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The query as text, coloured as it is understood; what is wrong is said where it stands. */
export function SearchBox({ query, onQuery, refusal }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const problemId = useId();
  const { text, isSettled, type, submit, endTyping, restore } = useSearchDraft(query, onQuery);
  const error = readQuery(text).error ?? (text === query ? refusal : undefined);
  const problem = isSettled ? error : undefined;

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.select();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const follow = () => {
    if (mirror.current && input.current) mirror.current.scrollLeft = input.current.scrollLeft;
  };
  useEffect(follow);

  const clear = () => {
    submit('');
    input.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') submit(text);
    if (event.key === 'Escape') {
      event.preventDefault();
      if (text === query) input.current?.blur();
      else restore();
    }
  };

  /** A selector that comes from kubectl is rewritten as it is pasted. */
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const pasted = value.slice(0, selectionStart ?? 0) + event.clipboardData.getData('text/plain').trim() + value.slice(selectionEnd ?? 0);
    const wrong = readQuery(pasted).error;
    if (wrong?.suggestion === undefined || wrong.position > 0 || wrong.length < pasted.length) return;
    event.preventDefault();
    type(applySuggestion(pasted, wrong));
  };

  return (
    <div className="search" data-wrong={problem ? '' : undefined}>
      <Icon name="search" />
      <div className="search-text">
        <div ref={mirror} aria-hidden className="search-mirror">
          <QueryRuns runs={highlight(text)} />
        </div>
        <input
          ref={input}
          type="search"
          role="searchbox"
          aria-label="Search resources"
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? problemId : undefined}
          placeholder="Search, or filter: kind:host tag:env=prod"
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onScroll={follow}
          onBlur={endTyping}
        />
      </div>
      {text !== '' && (
        <button type="button" className="icon-btn icon-btn-small" aria-label="Clear the query" onClick={clear}>
          <Icon name="x" />
        </button>
      )}
      <kbd aria-hidden>/</kbd>
      <div className="search-problem" role="status" id={problemId}>
        {problem && <SearchProblem error={problem} onUse={() => submit(applySuggestion(text, problem))} />}
      </div>
    </div>
  );
}

function SearchProblem({ error, onUse }: { error: SelectorError; onUse: () => void }) {
  const place: CSSProperties & { '--at': number } = { '--at': error.position };
  return (
    <p style={place}>
      <span>{sentence(error.message)}</span>
      {error.suggestion !== undefined && (
        <button type="button" className="btn" onClick={onUse}>
          {error.suggestion === '' ? 'Remove it' : <>Use <code>{error.suggestion}</code></>}
        </button>
      )}
    </p>
  );
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? '' : '.'}`;
