'use client';

import './cells.css';
import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import type { ColumnName } from '@/domain/columns';
import type { FocusCell } from '../data-table/data-table';
import type { CellsMarked } from '../data-table/row-source';
import { exactNumber } from '../ui/exact-number';
import { BesideCell } from './beside-cell';
import { areaOf, type BlockArea, type CellPlace, isOneCell } from './cell-block';
import type { NextCell } from './cell-editor';
import { CellMessage } from './cell-message';
import { type CellNote, type CellNotes, columnOfNote, dropNotes, noteAt, noteName, notesWhere, putNotes, useCellNotes } from './cell-notes';
import { tagKeyOf, textOfValue, valueOfText, whyNotEdited } from './cell-text';
import { cellsMarked, type EditingNote } from './cells-marked';
import { sayLine } from './edit-line';
import { PasteQuestion } from './paste-question';
import type { CellList } from './rows-of-ranks';
import { UndoLine } from './undo-line';
import { useBlockEdits } from './use-block-edits';
import { useCellBlock } from './use-cell-block';
import { columnBeside, columnsInSight, useCellKeys } from './use-cell-keys';
import { cellProblem, takeUnsaved, useSaveCell, valueIn } from './use-save-cell';

export interface CellLayerProps extends CellList {
  frame: RefObject<HTMLElement | null>;
  focusCell: RefObject<FocusCell | null>;
  columns: readonly ColumnName[];
  /** Some rows are selected. */
  rowsSelected: boolean;
  onMarked: (marked: CellsMarked) => void;
}

const NEAR_ROWS = 12;

/** The list's cells as a sheet: edited, copied, pasted and filled where they stand. */
export function CellLayer({ frame, source, readRows, focusCell, columns, rowsSelected, onMarked }: CellLayerProps) {
  const notes = useCellNotes();
  const saveCell = useSaveCell();
  const goTo = ({ rank, column }: CellPlace) => focusCell.current?.(rank, column);
  const { block, latest, setBlock, draw } = useCellBlock({
    frame,
    listKey: source.listKey,
    rowsSelected,
    focusCell: goTo,
    onCell: () => dropNotes(...notesWhere('said').filter((note) => question === undefined && !isOf(note, latest.current?.head))),
  });
  const { question, ...edits } = useBlockEdits({ source, readRows }, ({ start, end, columns: wide }) => {
    const [first, last] = [wide[0], wide.at(-1)];
    if (first !== undefined && last !== undefined) setBlock({ anchor: { rank: start, column: first }, head: { rank: end - 1, column: last } });
  });
  const withArea = (act: (now: BlockArea) => void) => latest.current && act(areaOf(latest.current, columnsInSight(frame.current)));
  const isOf = ({ row, column }: CellNote, place: CellPlace | undefined) => place?.column === column && source.rowAt(place.rank)?.id === row.id;

  function edit(place: CellPlace, typed?: string) {
    const row = source.rowAt(place.rank);
    const column = place.column as ColumnName; // the table has no other columns
    const key = tagKeyOf(column);
    if (row === undefined) return;
    if (key === undefined) return refuse(place);
    const note = noteAt(row.id, column);
    if (note?.kind === 'unsaved' && note.theirs !== null && typed === undefined) return document.querySelector<HTMLElement>('.cell-message button')?.focus();
    const kept = note?.kind === 'unsaved' ? note : undefined;
    const text = typed ?? textOfValue(kept ? kept.value : valueIn(row.tags, key));
    putNotes({ kind: 'editing', row: kept?.theirs ? { ...kept.row, ...kept.theirs } : (kept?.row ?? row), column, rank: place.rank, text, problem: typed === undefined ? (kept?.problem ?? null) : null });
  }

  function refuse(place: CellPlace) {
    const row = source.rowAt(place.rank);
    const column = place.column as ColumnName; // as above
    if (row) putNotes({ kind: 'said', row, column, text: whyNotEdited(column), isBad: false });
  }

  function save(note: EditingNote, text: string, next: NextCell) {
    if (noteAt(note.row.id, note.column) !== note) return;
    const value = valueOfText(text);
    const problem = cellProblem(note.row, tagKeyOf(note.column) ?? '', value);
    if (problem !== undefined) return putNotes({ ...note, text, problem });
    dropNotes(note);
    saveCell({ row: note.row, column: note.column, value });
    if (next !== 'none') goTo(placeAfter(note, next));
  }

  function placeAfter({ rank, column }: EditingNote, next: NextCell): CellPlace {
    if (next === 'right' || next === 'left') return { rank, column: columnBeside(frame.current, column, next === 'right' ? 1 : -1) };
    const step = next === 'below' ? 1 : next === 'above' ? -1 : 0;
    let to = rank + step;
    while (source.headingAt?.(to) !== undefined) to += step;
    return { rank: to < 0 || to >= source.count ? rank : to, column };
  }

  useCellKeys(frame, {
    count: source.count,
    onEdit: edit,
    onClear: () => withArea(edits.clear),
    onFillDown: () => withArea((now) => void edits.fillDown(now)),
    onDraw: draw,
    onRefuse: refuse,
    onEscape(place) {
      const said = notesWhere('said').filter((note) => isOf(note, place));
      const isBlock = latest.current !== undefined && !isOneCell(latest.current);
      dropNotes(...said);
      if (isBlock) setBlock({ anchor: place, head: place });
      return isBlock || said.length > 0;
    },
    onCopy: () => latest.current && edits.copy(areaOf(latest.current, columnsInSight(frame.current))),
    onPaste: (text) => withArea((now) => edits.paste(text, now, columnsFrom(frame.current, now.columns[0]))),
  });

  // The table keeps what it was given until something is marked anew: the acts are looked up when they happen.
  const acts = useRef({ save, goTo });
  useLayoutEffect(() => {
    acts.current = { save, goTo };
  });
  const marked = useMemo(
    () =>
      cellsMarked(columns, block === undefined || isOneCell(block) ? undefined : areaOf(block, columns), notes, {
        onSave: (...saved) => acts.current.save(...saved),
        onCancel(note) {
          dropNotes(note);
          acts.current.goTo(note);
        },
      }),
    [block, columns, notes],
  );
  useLayoutEffect(() => onMarked(marked), [onMarked, marked]);

  const shown = question === undefined ? shownNote(notes, block && source.rowAt(block.head.rank)?.id, block?.head.column, columns) : undefined;
  // Below the block, so that what is marked in it is seen; at its beginning where its end is far.
  const askedAt = block && (Math.abs(block.head.rank - block.anchor.rank) < NEAR_ROWS ? Math.max(block.head.rank, block.anchor.rank) : block.anchor.rank);
  const asked = question && askedAt !== undefined ? source.rowAt(askedAt) : undefined;
  const backTo = (place = block?.head) => place && goTo(place);
  const drawn = block === undefined || isOneCell(block) ? undefined : areaOf(block, columns);
  return (
    <>
      <UndoLine />
      <p className="sr-only" role="status">
        {drawn && `${exactNumber(drawn.end - drawn.start)} rows by ${drawn.columns.length} columns`}
      </p>
      {shown && (
        <BesideCell key={noteName(shown.row.id, shown.column)} frame={frame} rowAt={source.rowAt} id={shown.row.id} column={columnOfNote(shown, columns)}>
          {(cell) => (
            <CellMessage
              anchor={cell}
              note={shown}
              onAgain={() => {
                if (shown.kind === 'unsaved') saveCell(takeUnsaved(shown));
                backTo();
              }}
              onDrop={() => {
                dropNotes(shown);
                sayLine(undefined);
                backTo();
              }}
              onLeave={backTo}
            />
          )}
        </BesideCell>
      )}
      {asked && question && block && (
        <BesideCell frame={frame} rowAt={source.rowAt} id={asked.id} column={block.anchor.column}>
          {(cell) => (
            <PasteQuestion
              {...question}
              anchor={cell}
              onGo={() => {
                edits.answer(true);
                backTo();
              }}
              onCancel={(keepsFocus) => {
                edits.answer(false);
                if (keepsFocus) backTo();
              }}
            />
          )}
        </BesideCell>
      )}
    </>
  );
}

type ShownNote = Exclude<CellNote, { kind: 'editing' }>;

/** What is said of the focused cell, else what was said last. */
function shownNote(notes: CellNotes, id: string | undefined, column: string | undefined, columns: readonly ColumnName[]): ShownNote | undefined {
  const said = [...notes.values()].filter((note): note is ShownNote => note.kind !== 'editing');
  return said.find((note) => note.row.id === id && columnOfNote(note, columns) === column) ?? said.at(-1);
}

/** The columns in sight from this one on. */
function columnsFrom(frame: HTMLElement | null, first: string | undefined): ColumnName[] {
  const columns = columnsInSight(frame);
  return columns.slice(Math.max(0, columns.indexOf(first ?? ''))) as ColumnName[]; // the table has no other columns
}
