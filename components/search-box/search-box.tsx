'use client';

import './search-box.css';
import { type CSSProperties, type KeyboardEvent, lazy, type PointerEvent, Suspense, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { type Edited, excludeTerm, type Insertion, insertChoice } from '@/domain/selector/complete-selector';
import { highlight } from '@/domain/selector/highlight';
import { printSelector } from '@/domain/selector/print-selector';
import type { ResolvedItem } from '@/domain/selector/resolved-items';
import { applySuggestion, type SelectorError } from '@/domain/selector/selector-error';
import type { Suggestions } from '@/domain/selector/suggestions';
import type { Selector, Span } from '@/domain/selector/tree';
import { Icon } from '../ui/icon';
import { useKeys } from '../ui/use-keys';
import { OptionList } from './option-list';
import { QueryBlocks } from './query-blocks';
import { rememberQuery } from './query-history';
import { readQuery } from './read-query';
import { isBegun, type SearchOption } from './search-options';
import { SearchProblem } from './search-problem';
import type { Step } from './step';
import { TermActions } from './term-actions';
import { partAtCaret, partUnder } from './term-place';
import { type CompletionQuestion, useCompletion } from './use-completion';
import { usePaste } from './use-paste';
import { useAskWhileTyping, useSearchDraft } from './use-search-draft';

// None is needed until it is asked for.
const PastedList = lazy(() => import('./pasted-list').then((module) => ({ default: module.PastedList })));
const SearchHint = lazy(() => import('./search-hint').then((module) => ({ default: module.SearchHint })));
const ExplainedQuery = lazy(() => import('./explained-query').then((module) => ({ default: module.ExplainedQuery })));

export interface SearchBoxProps {
  query: string;
  onQuery: (query: string, step: Step) => void;
  /** The answer to the query is on its way. */
  waiting: boolean;
  /** What the server refuses in this query although it could be read here. */
  refusal: SelectorError | undefined;
  /** The answer to what was last asked by `onAsk`. */
  suggestions: Suggestions | undefined;
  onAsk: (question: CompletionQuestion | undefined) => void;
  resolve: (items: string[]) => Promise<ResolvedItem[]>;
}

/** The query as text, coloured as it is understood and completed where the caret stands; what is wrong is said where it is. */
export function SearchBox({ query, onQuery, waiting, refusal, suggestions, onAsk, resolve }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const id = useId();
  const [caret, setCaret] = useState(query.length);
  const [isExplained, setExplained] = useState(false);
  const [said, setSaid] = useState('');
  const [pointed, setPointed] = useState<number>();
  const caretToPut = useRef<number>(undefined);
  const draft = useSearchDraft(query, onQuery);
  const { text, isSettled, type, submit, endTyping, restore } = draft;
  const { selector, error: ownError } = readQuery(text);
  const completion = useCompletion({ text, caret: Math.min(caret, text.length), suggestions, onAsk });
  const { slot, offered, isOpen, active } = completion;
  const error = ownError ?? (text === query ? refusal : undefined);
  const problem = isSettled && !isOpen ? error : undefined;

  useAskWhileTyping(draft, { held: isOpen && isBegun(text, slot, offered), waiting });
  useKeys({ search: () => input.current?.select() });
  useLayoutEffect(() => {
    if (caretToPut.current === undefined) return;
    input.current?.setSelectionRange(caretToPut.current, caretToPut.current);
    caretToPut.current = undefined;
  }, [text]);
  const follow = () => {
    if (mirror.current && input.current) mirror.current.scrollLeft = input.current.scrollLeft;
  };
  // Reading where it is scrolled makes the browser lay out the page: only where another text may have moved it.
  useEffect(follow, [text]);

  const ask = (next: string) => {
    completion.close();
    setPointed(undefined);
    submit(next);
    if (!readQuery(next).error) rememberQuery(next);
  };
  const put = (edited: Edited, isWhole: boolean) => {
    caretToPut.current = edited.caret;
    setCaret(edited.caret);
    if (isWhole) ask(edited.text);
    else type(edited.text);
  };
  const paste = usePaste({
    resolve,
    submit: ask,
    type: (next) => {
      completion.close();
      put({ text: next, caret: next.length }, false);
    },
  });

  const choose = (option: SearchOption, as: Insertion) => {
    if (option.type === 'recent') return put({ text: option.insert, caret: option.insert.length }, true);
    // A field is no whole term: its value is still to come.
    if (slot.type !== 'nothing') put(insertChoice(text, slot, option.insert, as), as !== 'continue' && slot.type !== 'term');
  };
  /** With nothing pointed at, the term at the caret is turned round. */
  const exclude = () => {
    const option = offered.options[active];
    if (option && isOpen) return choose(option, 'exclude');
    if (slot.type === 'nothing') return;
    const { termStart, negated } = slot;
    const turned = negated ? { text: text.slice(0, termStart) + text.slice(termStart + 1), caret: caret - 1 } : excludeTerm({ text, caret }, slot);
    put(turned, true);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const option = isOpen ? offered.options[active] : undefined;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (isOpen) completion.step(event.key === 'ArrowDown' ? 1 : -1);
        else completion.open();
        return;
      case 'Tab': {
        const [first] = offered.options;
        const taken = option ?? (slot.type !== 'nothing' && slot.typed !== '' ? first : undefined);
        if (!isOpen || event.shiftKey || !taken) return completion.close();
        event.preventDefault();
        return choose(taken, 'continue');
      }
      case 'Enter':
        if (event.nativeEvent.isComposing) return;
        event.preventDefault();
        if (event.altKey) exclude();
        else if (option) choose(option, 'apply');
        else ask(text);
        return;
      case 'Escape':
        event.preventDefault();
        if (isOpen) completion.close();
        else if (paste.note || isExplained) {
          paste.close();
          setExplained(false);
        } else if (text === query) input.current?.blur();
        else restore();
    }
  };

  const hangsAt = isOpen && slot.type !== 'nothing' ? slot.position : 0;
  const hanging: CSSProperties & Record<'--at' | '--spaces', number> = { '--at': hangsAt, '--spaces': text.slice(0, hangsAt).split(' ').length - 1 };
  const onPointerMove = ({ clientX, target }: PointerEvent) => {
    // The buttons of a short term lie over its neighbour too.
    if (target instanceof Element && target.closest('[role="toolbar"]')) return;
    setPointed(mirror.current && selector && !isOpen ? partUnder(mirror.current, selector, clientX) : undefined);
  };
  const change = (next: Selector, done: string) => {
    ask(printSelector(next));
    setSaid(done);
  };
  const edit = ({ position, length }: Span) => {
    input.current?.focus();
    input.current?.setSelectionRange(position, position + length);
    completion.open();
  };

  return (
    <div
      className="search"
      data-wrong={problem ? '' : undefined}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setPointed(undefined)}
    >
      <Icon name="search" />
      <div className="search-text">
        <div ref={mirror} aria-hidden className="search-mirror">
          <QueryBlocks blocks={highlight(text, problem && { position: problem.position, length: problem.length })} caret={completion.isTyping ? caret : undefined} />
        </div>
        <input
          ref={input}
          type="text"
          enterKeyHint="search"
          role="combobox"
          aria-label="Search resources"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen && active >= 0 ? `${id}-list-${active}` : undefined}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          placeholder="Search, or filter: kind:host tag:env=prod"
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setCaret(event.target.selectionStart ?? event.target.value.length);
            type(event.target.value);
            paste.close();
            completion.open();
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionEnd ?? 0)}
          onKeyDown={onKeyDown}
          onPaste={paste.onPaste}
          onScroll={follow}
          onBlur={() => {
            completion.close();
            endTyping();
          }}
        />
        {selector && (
          <TermActions selector={selector} input={input} mirror={mirror} pointed={pointed} atCaret={partAtCaret(selector, caret)} onSelector={change} onEdit={edit} />
        )}
      </div>
      {text !== '' && (
        <button
          type="button"
          className="icon-btn icon-btn-small"
          aria-label="Clear the query"
          onClick={() => {
            put({ text: '', caret: 0 }, true);
            paste.close();
            input.current?.focus();
          }}
        >
          <Icon name="x" />
        </button>
      )}
      <button type="button" className="icon-btn icon-btn-small search-help" aria-label="Explain the query" aria-expanded={isExplained} aria-controls={`${id}-explained`} onClick={() => setExplained(!isExplained)}>
        ?
      </button>
      <kbd aria-hidden>/</kbd>
      <p className="sr-only" role="status">
        {isOpen && `${offered.options.length} ${offered.options.length === 1 ? 'suggestion' : 'suggestions'}`}
      </p>
      <p className="sr-only" role="status">
        {said}
      </p>
      <div className="search-hang" style={hanging}>
        {isOpen && slot.type !== 'nothing' && (
          <OptionList id={`${id}-list`} {...offered} typed={slot.typed} active={active} onPoint={completion.point} onExclude={exclude} onChoose={(option) => choose(option, 'apply')} />
        )}
        <Suspense>
          {!isOpen && paste.note?.type === 'list' && (
            <PastedList items={paste.note.items} failure={paste.note.failure} more={paste.note.more} onInclude={paste.includeAmbiguous} onPutText={paste.putText} onClose={paste.close} />
          )}
          {!isOpen && isExplained && <ExplainedQuery id={`${id}-explained`} text={text} />}
        </Suspense>
        {!isOpen && paste.note?.type === 'kubectl' && (
          <p className="search-pop search-note" role="status">
            Rewritten from a selector of kubectl: <code>{paste.note.pasted}</code>
          </p>
        )}
      </div>
      <div className="search-problem" role="status" id={`${id}-problem`} data-hint={problem ? undefined : ''}>
        {problem && <SearchProblem error={problem} onUse={() => ask(applySuggestion(text, problem))} />}
        <Suspense>{!error && isSettled && !isOpen && !paste.note && text !== '' && <SearchHint text={text} onUse={(hint) => ask(applySuggestion(text, hint))} />}</Suspense>
      </div>
    </div>
  );
}
