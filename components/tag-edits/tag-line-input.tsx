'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { TagOption } from '../tags/completion';
import { CompletionList } from '../tags/completion-list';
import { readTagText, type Tags } from '../tags/tag-draft';
import { useTagCompletion } from '../tags/use-tag-completion';
import { AnchoredPopover } from '../ui/anchored-popover';

interface TagLineInputProps {
  text: string;
  /** Keys that are not offered any more. */
  taken: Tags;
  problem: string | undefined;
  onText: (text: string) => void;
  /** What is typed or chosen is a whole line. */
  onLine: (text: string) => void;
}

const NONE = -1;
const POPOVER_WIDTH = 360;

/** One line of an edit, completed from what the fleet uses. */
export function TagLineInput({ text, taken, problem, onText, onLine }: TagLineInputProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState(NONE);
  const [isOpen, setOpen] = useState(false);
  const isRemoval = text.trimStart().startsWith('-');
  const tag = isRemoval ? text.trimStart().slice(1) : text;
  const { valuesOf, options, warning } = useTagCompletion(tag, taken);
  const chosen = isOpen ? options[active] : undefined;

  function write(next: string) {
    setActive(NONE);
    setOpen(true);
    onText(next);
  }

  function line(next: string) {
    setActive(NONE);
    setOpen(false);
    onLine(next);
  }

  function choose({ value }: TagOption) {
    if (isRemoval) line(`-${value}`);
    else if (valuesOf === null) write(`${value}=`);
    else line(`${valuesOf}=${value}`);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      if (chosen) choose(chosen);
      else line(text);
    } else if (event.key === 'ArrowDown') {
      setOpen(true);
      setActive(options.length === 0 ? NONE : (active + 1) % options.length);
    } else if (event.key === 'ArrowUp') setActive(active <= 0 ? options.length - 1 : active - 1);
    else if (event.key === 'Escape' && isOpen && options.length > 0) setOpen(false);
    else return;
    // Escape would close the panel.
    event.preventDefault();
  }

  const { key, value, valueBegun } = readTagText(tag);
  return (
    <div ref={box} className="line-input">
      <input
        data-first-focus
        role="combobox"
        aria-label="Set or remove a tag"
        aria-expanded={isOpen && options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : `${id}-list-${active}`}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-says`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="done"
        placeholder="key=value, or -key to remove"
        value={text}
        onChange={(event) => write(event.target.value)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <button type="button" className="btn" onClick={() => line(text)}>
        Add
      </button>
      <div id={`${id}-says`} className="line-says">
        {problem !== undefined && (
          <p role="alert" className="tag-problem">
            {problem}
          </p>
        )}
        {warning !== null && <p className="tag-warning">{warning}</p>}
      </div>
      {isOpen && options.length > 0 && (
        <AnchoredPopover anchor={box} width={POPOVER_WIDTH}>
          <CompletionList id={`${id}-list`} valuesOf={valuesOf} typed={valueBegun ? value : key} options={options} active={active} onPoint={setActive} onChoose={choose} />
        </AnchoredPopover>
      )}
    </div>
  );
}
