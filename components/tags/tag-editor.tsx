'use client';

import './tags.css';
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { AnchoredPopover } from '../ui/anchored-popover';
import { CompletingInput } from './completing-input';
import type { TagOption } from './completion';
import { CompletionList } from './completion-list';
import { EditorChip } from './editor-chip';
import { EditorHints } from './editor-hints';
import { TagConflict } from './tag-conflict';
import { type Drafted, inOrder, readTagText, settle, type TagDraft, takeChip, withoutChip } from './tag-draft';
import { changeSession, type TagSession } from './tag-sessions';
import { useTagCompletion } from './use-tag-completion';

/** Where the focus belongs once the editor has closed. */
export type FocusAfter = 'cell' | 'elsewhere';

interface TagEditorProps {
  resource: { id: string; name: string };
  session: TagSession;
  onSave: (draft: TagDraft, focus: FocusAfter) => void;
  onCancel: () => void;
  onKeepMine: (draft: TagDraft) => void;
}

const POPOVER_WIDTH = 312;
const NONE = -1;

/** Edits the tags of one resource where they stand. Enter saves, Tab saves and goes on, Escape restores. */
export function TagEditor({ resource, session, onSave, onCancel, onKeepMine }: TagEditorProps) {
  const { draft, problem, theirs, takesFocus } = session;
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const messageId = useId();
  const [active, setActive] = useState(NONE);
  const { valuesOf, options, warning } = useTagCompletion(draft.text, draft.tags);
  const chosen = options[active];

  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);

  function change(next: Drafted) {
    setActive(NONE);
    changeSession(resource.id, 'problem' in next ? next : { draft: next.draft, problem: null });
    if (box.current?.contains(document.activeElement)) input.current?.focus();
  }
  const write = (text: string) => change({ draft: { ...draft, text } });

  /** Makes a chip of what is typed or chosen, then saves, unless it is refused: then the reason is shown. */
  function save(focus: FocusAfter, text = draft.text): boolean {
    const settled = settle({ ...draft, text });
    if ('problem' in settled) change(settled);
    else onSave(settled.draft, focus);
    return 'draft' in settled;
  }

  const textOf = (option: TagOption) => (valuesOf === null ? `${option.value}=` : `${valuesOf}=${option.value}`);

  function choose(option: TagOption) {
    if (valuesOf === null) write(textOf(option));
    else change(settle({ ...draft, text: textOf(option) }));
  }

  function enter(another: boolean) {
    if (chosen !== undefined && valuesOf === null) choose(chosen);
    else if (another) change(settle(chosen === undefined ? draft : { ...draft, text: textOf(chosen) }));
    else if (theirs === null) save('cell', chosen && textOf(chosen));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // While an input method composes, its keys are its own.
    if (event.nativeEvent.isComposing) return;
    const atStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0;
    const last = inOrder(draft.tags).at(-1)?.[0];
    if (event.key === 'Enter') enter(event.shiftKey);
    else if (event.key === 'ArrowDown') setActive(options.length === 0 ? NONE : (active + 1) % options.length);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? options.length - 1 : active - 1);
    else if (event.key === 'Backspace' && draft.text === '' && last !== undefined) change({ draft: withoutChip(draft, last) });
    else if (event.key === 'ArrowLeft' && atStart && last !== undefined) focusChip(box.current, last);
    else if (event.key === 'Tab' && theirs === null && !save('cell')) event.preventDefault();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  }

  function onBlur(event: FocusEvent) {
    const leaves = !event.currentTarget.contains(event.relatedTarget) && document.hasFocus();
    if (leaves && problem === null && theirs === null) save('elsewhere');
  }

  return (
    <div ref={box} className="tag-editor" data-editor-of={resource.id} onBlur={onBlur} onKeyDown={(event) => {
      event.stopPropagation();
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onCancel();
    }}>
      {inOrder(draft.tags).map(([name, value]) => (
        <EditorChip key={name} name={name} value={value} onChange={() => change(takeChip(draft, name))} onRemove={() => change({ draft: withoutChip(draft, name) })} />
      ))}
      <CompletingInput
        ref={input}
        className="tag-input"
        label={`Edit tags of ${resource.name}`}
        listId={listId}
        messageId={messageId}
        options={options.length}
        active={active}
        isRefused={problem !== null}
        placeholder="key=value"
        text={draft.text}
        onText={write}
        onKeyDown={onKeyDown}
      />
      <AnchoredPopover anchor={box} width={POPOVER_WIDTH}>
        <div id={messageId}>
          {theirs === null && problem !== null && <p role="alert" className="tag-problem">{problem}</p>}
          {warning !== null && <p className="tag-warning">{warning}</p>}
        </div>
        {theirs !== null && <TagConflict seen={session.seen.tags} theirs={theirs.tags} onKeepMine={() => keepMine()} onTakeTheirs={onCancel} />}
        <CompletionList id={listId} valuesOf={valuesOf} typed={typedPart(draft.text)} options={options} active={active} onPoint={setActive} onChoose={choose} />
        {theirs === null && <EditorHints also={{ keys: 'Shift Enter', does: 'one more' }} onSave={() => save('cell')} onCancel={onCancel} />}
      </AnchoredPopover>
    </div>
  );

  function keepMine() {
    const settled = settle(draft);
    if ('problem' in settled) change(settled);
    else onKeepMine(settled.draft);
  }
}

function typedPart(text: string): string {
  const { key, value, valueBegun } = readTagText(text);
  return valueBegun ? value : key;
}

function focusChip(box: HTMLElement | null, name: string) {
  box?.querySelector<HTMLElement>(`[data-chip="${CSS.escape(name)}"]`)?.focus();
}
