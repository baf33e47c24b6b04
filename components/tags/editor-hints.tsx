import type { MouseEvent } from 'react';

const keepFocus = (event: MouseEvent) => event.preventDefault();

interface EditorHintsProps {
  /** What else a key does, that only a keyboard has. */
  also: { keys: string; does: string };
  onSave: () => void;
  onCancel: () => void;
}

/** The keys of the editor; also what a thumb presses, which has no Escape. */
export function EditorHints({ also, onSave, onCancel }: EditorHintsProps) {
  return (
    <p className="popover-foot">
      <button type="button" tabIndex={-1} onMouseDown={keepFocus} onClick={onSave}>
        <kbd aria-hidden>Enter</kbd>save
      </button>
      <span className="keys-only" aria-hidden>
        <kbd>{also.keys}</kbd>{also.does}
      </span>
      <button type="button" tabIndex={-1} onMouseDown={keepFocus} onClick={onCancel}>
        <kbd aria-hidden>Esc</kbd>cancel
      </button>
    </p>
  );
}
