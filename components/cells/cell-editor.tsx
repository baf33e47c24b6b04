'use client';

import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { CompletingInput } from '../tags/completing-input';
import type { TagOption } from '../tags/completion';
import { CompletionList } from '../tags/completion-list';
import { EditorHints } from '../tags/editor-hints';
import { useTagCompletion } from '../tags/use-tag-completion';
import { AnchoredPopover } from '../ui/anchored-popover';
import { KEY_ALONE } from './tsv';

/** Which cell comes next once this one is saved. */
export type NextCell = 'below' | 'above' | 'right' | 'left' | 'same' | 'none';

interface CellEditorProps {
  label: string;
  tagKey: string;
  text: string;
  problem: string | null;
  /** False: it is refused, and why is said in `problem`. */
  onSave: (text: string, next: NextCell) => void;
  onCancel: () => void;
}

const POPOVER_WIDTH = 296;
const NONE = -1;
const ALONE: TagOption = { value: KEY_ALONE, count: null, note: 'the key alone, without a value' };

/** One tag's value in its cell. Enter saves and goes down, Tab goes on to the right, Escape restores. */
export function CellEditor({ label, tagKey, text: firstText, problem, onSave, onCancel }: CellEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const messageId = useId();
  const [text, setText] = useState(firstText);
  const [active, setActive] = useState(NONE);
  const { options: used, warning } = useTagCompletion(`${tagKey}=${text}`, {});
  const options = KEY_ALONE.startsWith(text.trim()) ? [...used, ALONE] : used;
  const chosen = options[active];
  const wanted = chosen?.value ?? text;

  useLayoutEffect(() => {
    const field = input.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const isLastWord = useRef(false);
  function save(value: string, next: NextCell) {
    // Leaving the input by this very key is no second time.
    isLastWord.current = true;
    onSave(value, next);
    isLastWord.current = false;
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') save(wanted, event.shiftKey ? 'above' : 'below');
    else if (event.key === 'Tab') save(wanted, event.shiftKey ? 'left' : 'right');
    else if (event.key === 'Escape') onCancel();
    else if (event.key === 'ArrowDown') setActive(options.length === 0 ? NONE : (active + 1) % options.length);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? options.length - 1 : active - 1);
    else return;
    event.preventDefault();
  }

  return (
    <div ref={box} className="cell-editor">
      <CompletingInput
        ref={input}
        label={label}
        listId={listId}
        messageId={messageId}
        options={options.length}
        active={active}
        isRefused={problem !== null}
        text={text}
        onText={(next) => {
          setText(next);
          setActive(NONE);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (!isLastWord.current && document.hasFocus()) onSave(text, 'none');
        }}
      />
      <AnchoredPopover anchor={box} width={POPOVER_WIDTH}>
        <div id={messageId}>
          {problem !== null && <p role="alert" className="tag-problem">{problem}</p>}
          {warning !== null && <p className="tag-warning">{warning}</p>}
        </div>
        <CompletionList id={listId} valuesOf={tagKey} typed={text} options={options} active={active} onPoint={setActive} onChoose={({ value }) => save(value, 'same')} />
        <EditorHints also={{ keys: 'Tab', does: 'next cell' }} onSave={() => save(wanted, 'same')} onCancel={onCancel} />
      </AnchoredPopover>
    </div>
  );
}
