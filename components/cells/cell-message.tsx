import { type KeyboardEvent, useMemo } from 'react';
import { AnchoredPopover } from '../ui/anchored-popover';
import { TagText } from '../tags/tag-chip';
import type { CellNote } from './cell-notes';
import { tagKeyOf } from './cell-text';
import { valueIn } from './use-save-cell';

interface CellMessageProps {
  anchor: HTMLElement;
  note: Exclude<CellNote, { kind: 'editing' }>;
  onAgain: () => void;
  onDrop: () => void;
  /** Back to the cell. */
  onLeave: () => void;
}

const WIDTH = 304;

/** What is to be known of a cell, and the ways on, beside it: above, since the person is on the way down. */
export function CellMessage({ anchor, note, onAgain, onDrop, onLeave }: CellMessageProps) {
  const anchored = useMemo(() => ({ current: anchor }), [anchor]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onLeave();
  };
  return (
    <AnchoredPopover anchor={anchored} width={WIDTH} side="above" className="cell-message">
      <div role="group" aria-label={`${note.column} of ${note.row.name}`} onKeyDown={onKeyDown}>
        {note.kind === 'said' ? (
          <p role="status" className={note.isBad ? 'text-offline' : undefined}>{note.text}</p>
        ) : (
          <>
            {note.theirs === null ? <Unsaved note={note} /> : <Conflict note={note} theirs={note.theirs.tags} />}
            <p className="cell-acts">
              <button type="button" className="btn" onClick={onAgain}>
                {note.theirs === null ? 'Try again' : 'Keep mine'}
              </button>
              <button type="button" className="btn btn-quiet" onClick={onDrop}>
                {note.theirs === null ? 'Discard' : 'Take theirs'}
              </button>
            </p>
          </>
        )}
      </div>
    </AnchoredPopover>
  );
}

type UnsavedNote = Extract<CellNote, { kind: 'unsaved' }>;

function Unsaved({ note }: { note: UnsavedNote }) {
  return (
    <>
      <p role="alert" className="cell-message-head text-offline">Not saved</p>
      <p><Side name={tagKeyOf(note.column) ?? ''} value={note.value} /></p>
      <p>{note.problem}</p>
    </>
  );
}

function Conflict({ note, theirs }: { note: UnsavedNote; theirs: CellNote['row']['tags'] }) {
  const key = tagKeyOf(note.column) ?? '';
  return (
    <>
      <p role="alert" className="cell-message-head text-idle">Somebody else changed this cell meanwhile</p>
      <dl className="cell-sides">
        <dt>Mine</dt>
        <dd><Side name={key} value={note.value} /></dd>
        <dt>Theirs</dt>
        <dd><Side name={key} value={valueIn(theirs, key)} /></dd>
      </dl>
    </>
  );
}

function Side({ name, value }: { name: string; value: string | null }) {
  if (value === null) return <span className="text-ink-3">no {name}</span>;
  return (
    <span className="chip">
      <TagText name={name} value={value} />
    </span>
  );
}
