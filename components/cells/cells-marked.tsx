import type { ColumnName } from '@/domain/columns';
import type { CellMark, CellsMarked } from '../data-table/row-source';
import type { BlockArea } from './cell-block';
import { CellEditor, type NextCell } from './cell-editor';
import { type CellNote, type CellNotes, columnOfNote } from './cell-notes';
import { tagKeyOf } from './cell-text';
import { UnsavedCell } from './unsaved-cell';

export type EditingNote = Extract<CellNote, { kind: 'editing' }>;

interface Handlers {
  onSave: (note: EditingNote, text: string, next: NextCell) => void;
  onCancel: (note: EditingNote) => void;
}

/** What the table shows of the block and of what is said of cells. */
export function cellsMarked(shown: readonly ColumnName[], area: BlockArea | undefined, notes: CellNotes, handlers: Handlers): CellsMarked {
  const ofRow = new Map<string, CellNote[]>();
  for (const note of notes.values()) ofRow.set(note.row.id, [...(ofRow.get(note.row.id) ?? []), note]);
  const marked = new Map<string, ReadonlyMap<string, CellMark>>();

  return (rank, id) => {
    const own = ofRow.get(id);
    const columns = area && rank >= area.start && rank < area.end ? area.columns : undefined;
    if (own === undefined && columns === undefined) return undefined;
    const place = `${rank} ${id}`;
    const known = marked.get(place);
    if (known) return known;
    const marks = new Map<string, CellMark>(columns?.map((column) => [column, { selected: true }]));
    for (const note of own ?? []) {
      const column = columnOfNote(note, shown);
      // All tags stay in sight where one of them is not saved.
      const mark = column === note.column ? markOf(note, handlers) : { refused: true };
      marks.set(column, { ...marks.get(column), ...mark });
    }
    marked.set(place, marks);
    return marks;
  };
}

function markOf(note: CellNote, { onSave, onCancel }: Handlers): CellMark {
  switch (note.kind) {
    case 'said':
      return { refused: note.isBad };
    case 'unsaved':
      return { refused: true, instead: <UnsavedCell note={note} /> };
    case 'editing':
      return {
        instead: (
          <CellEditor
            label={`${note.column} of ${note.row.name}`}
            tagKey={tagKeyOf(note.column) ?? ''}
            text={note.text}
            problem={note.problem}
            onSave={(text, next) => onSave(note, text, next)}
            onCancel={() => onCancel(note)}
          />
        ),
      };
  }
}
