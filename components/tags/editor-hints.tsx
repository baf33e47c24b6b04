import type { MouseEvent } from 'react';

const keepFocus = (event: MouseEvent) => event.preventDefault();

/** The keys of the editor; also what a thumb presses, which has no Escape. */
export function EditorHints({ onSave, onCancel }: { onSave: () => void; onCancel: () => void }) {
  return (
    <p className="popover-foot">
      <button type="button" tabIndex={-1} onMouseDown={keepFocus} onClick={onSave}>
        <kbd aria-hidden>Enter</kbd>save
      </button>
      <span className="keys-only" aria-hidden>
        <kbd>Shift Enter</kbd>one more
      </span>
      <button type="button" tabIndex={-1} onMouseDown={keepFocus} onClick={onCancel}>
        <kbd aria-hidden>Esc</kbd>cancel
      </button>
    </p>
  );
}
