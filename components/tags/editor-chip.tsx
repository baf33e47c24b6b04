import type { KeyboardEvent, MouseEvent } from 'react';
import { Icon } from '../ui/icon';
import { TagText } from './tag-chip';
import { spellTag } from './tag-draft';

interface EditorChipProps {
  name: string;
  value: string;
  onChange: () => void;
  onRemove: () => void;
}

/** The input keeps the focus while chips are clicked, so that the editor does not take the click for leaving. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** A chip that can be taken into the input or removed. Arrows walk along the chips and back into the input. */
export function EditorChip({ name, value, onChange, onRemove }: EditorChipProps) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const chip = event.currentTarget;
    const target = event.key === 'ArrowLeft' ? chip.previousElementSibling : event.key === 'ArrowRight' ? chip.nextElementSibling : null;
    if (event.key === 'Backspace' || event.key === 'Delete') onRemove();
    else if (target !== null) focusIn(target);
    else return;
    event.preventDefault();
  }

  const tag = spellTag(name, value);
  return (
    <span className="chip editor-chip" onKeyDown={onKeyDown}>
      <button type="button" tabIndex={-1} data-chip={name} className="editor-chip-text" aria-label={`Change ${tag}`} title={tag} onMouseDown={keepFocus} onClick={onChange}>
        <TagText name={name} value={value} />
      </button>
      <button type="button" tabIndex={-1} className="editor-chip-x" aria-label={`Remove ${tag}`} onMouseDown={keepFocus} onClick={onRemove}>
        <Icon name="x" />
      </button>
    </span>
  );
}

function focusIn(element: Element) {
  const target = element.matches('input') ? element : element.querySelector('[data-chip]');
  if (target instanceof HTMLElement) target.focus();
}
