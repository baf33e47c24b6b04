import { Icon } from '../ui/icon';
import type { CellNote } from './cell-notes';
import { textOfValue } from './cell-text';

/** Stands in its cell until it is saved or dropped. */
export function UnsavedCell({ note }: { note: Extract<CellNote, { kind: 'unsaved' }> }) {
  const text = textOfValue(note.value);
  return (
    <span className={note.theirs === null ? 'unsaved-cell' : 'unsaved-cell unsaved-conflict'} title={note.problem}>
      <Icon name="warning" />
      <bdi className={text === '' ? 'truncate text-ink-3' : 'truncate'}>{text === '' ? 'removed' : text}</bdi>
      <span className="sr-only">, not saved: {note.problem}</span>
    </span>
  );
}
