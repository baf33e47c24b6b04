import type { InputHTMLAttributes, KeyboardEvent, Ref } from 'react';

interface CompletingInputProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'className' | 'placeholder' | 'onBlur'> {
  ref: Ref<HTMLInputElement>;
  label: string;
  /** Of the list of completions, and of what is said about the text. */
  listId: string;
  messageId: string;
  /** How many completions there are, and which of them is pointed at; -1: none. */
  options: number;
  active: number;
  isRefused: boolean;
  text: string;
  onText: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A text that the fleet completes: the input of a combobox whose list is a `CompletionList`. */
export function CompletingInput({ label, listId, messageId, options, active, isRefused, text, onText, ...more }: CompletingInputProps) {
  return (
    <input
      {...more}
      role="combobox"
      aria-label={label}
      aria-expanded={options > 0}
      aria-controls={listId}
      aria-autocomplete="list"
      aria-activedescendant={active < 0 || active >= options ? undefined : `${listId}-${active}`}
      aria-invalid={isRefused}
      aria-describedby={messageId}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      enterKeyHint="done"
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
