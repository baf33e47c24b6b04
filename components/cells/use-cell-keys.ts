'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';
import { cellsOf, columnOf } from '../data-table/cell-focus';
import { rankAfterKey } from '../data-table/rank-after-key';
import { isKey } from '../ui/keys';
import { type CellPlace } from './cell-block';
import { tagKeyOf } from './cell-text';
import { placeOf } from './use-cell-block';

export interface CellActs {
  count: number;
  /** Begins to edit with a text, or with what is there; false where there is nothing to edit. */
  onEdit: (place: CellPlace, text?: string) => void;
  /** Empties the cells. */
  onClear: () => void;
  onFillDown: () => void;
  /** Draws the block to a cell. */
  onDraw: (to: CellPlace) => void;
  /** Back to one cell without anything said of it; false where it is so already. */
  onEscape: (place: CellPlace) => boolean;
  /** Somebody tried to edit what is not edited. */
  onRefuse: (place: CellPlace) => void;
  /** The block as text; undefined where it takes a moment, and is written to the clipboard then. */
  onCopy: () => string | undefined;
  onPaste: (text: string) => void;
}

/** The cell itself has the focus, not something in it. */
function focusedCell(frame: HTMLElement | null): CellPlace | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && frame?.contains(activeElement) && activeElement.matches('[role=gridcell]') ? placeOf(activeElement) : undefined;
}

/** The column beside another one, of those in sight; at the edge the same. */
export function columnBeside(frame: HTMLElement | null, column: string, step: number): string {
  const columns = columnsInSight(frame);
  return columns[columns.indexOf(column) + step] ?? column;
}

export function columnsInSight(frame: HTMLElement | null): string[] {
  const row = frame?.querySelector('.grid-body [role=row]:has([data-column])');
  return row ? cellsOf(row).map(columnOf) : [];
}

function rowsInSight(frame: HTMLElement | null): number {
  const grid = frame?.querySelector('[role=grid]');
  const row = grid?.querySelector<HTMLElement>('[data-rank]');
  return grid && row ? Math.max(1, Math.floor(grid.clientHeight / row.offsetHeight) - 2) : 1;
}

/** Keys on a cell, before the table hears them: in a tag's cell every letter is the beginning of a value. */
export function useCellKeys(frame: RefObject<HTMLElement | null>, acts: CellActs): void {
  function actOn(event: KeyboardEvent, place: CellPlace): boolean {
    const { key, shiftKey } = event;
    const isTag = tagKeyOf(place.column) !== undefined;
    const withControl = event.ctrlKey || event.metaKey;
    const to = shiftKey ? drawnTo(key, place, event.ctrlKey) : undefined;
    if (to !== undefined) acts.onDraw(to);
    else if (isKey(event, 'fillDown')) acts.onFillDown();
    else if (key === 'Escape') return acts.onEscape(place);
    else if (withControl) return false;
    else if (isKey(event, 'editCell') || (key === 'Enter' && isTag)) acts.onEdit(place);
    else if (isKey(event, 'clearCells')) acts.onClear();
    else if (isTag && key.length === 1 && key !== ' ') acts.onEdit(place, key);
    else return false;
    return true;
  }

  function drawnTo(key: string, place: CellPlace, ctrl: boolean): CellPlace | undefined {
    const beside = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (beside !== 0) return { ...place, column: columnBeside(frame.current, place.column, beside) };
    if (!ctrl && (key === 'Home' || key === 'End')) return { ...place, column: columnsInSight(frame.current).at(key === 'Home' ? 0 : -1) ?? place.column };
    const rank = /^(Arrow|Page|Home|End)/.test(key) ? rankAfterKey({ key, ctrlKey: ctrl, metaKey: false, altKey: false, shiftKey: false }, { rank: place.rank, count: acts.count, page: rowsInSight(frame.current) }) : undefined;
    return rank === undefined ? undefined : { ...place, rank };
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const place = focusedCell(frame.current);
    if (place === undefined || event.altKey || event.isComposing) return;
    if (actOn(event, place)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });

  // What no other key of the page means, typed where nothing is edited.
  const onUnheard = useEffectEvent((event: KeyboardEvent) => {
    const place = focusedCell(frame.current);
    if (place === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !/^[\p{L}\p{N}]$/u.test(event.key)) return;
    acts.onRefuse(place);
  });

  // The clipboard's events come from wherever the caret is: it is the focus that counts.
  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    if (focusedCell(frame.current) === undefined || document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    const text = acts.onCopy();
    if (text !== undefined) event.clipboardData?.setData('text/plain', text);
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (focusedCell(frame.current) === undefined) return;
    event.preventDefault();
    acts.onPaste(event.clipboardData?.getData('text/plain') ?? '');
  });
  const onDoubleClick = useEffectEvent(({ target }: MouseEvent) => {
    const place = placeOf(target);
    if (place && tagKeyOf(place.column) !== undefined && !(target instanceof Element && target.closest('input, button'))) acts.onEdit(place);
  });

  // A thumb has no double click: the second tap on the same cell edits it.
  const onTap = useEffectEvent((event: PointerEvent) => {
    const place = event.pointerType === 'mouse' ? undefined : placeOf(event.target);
    const focused = focusedCell(frame.current);
    if (place && focused?.rank === place.rank && focused.column === place.column && tagKeyOf(place.column) !== undefined) acts.onEdit(place);
  });

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const ending = new AbortController();
    const { signal } = ending;
    element.addEventListener('keydown', onKeyDown, { signal, capture: true });
    element.addEventListener('dblclick', onDoubleClick, { signal });
    element.addEventListener('pointerdown', onTap, { signal, capture: true });
    document.addEventListener('keydown', onUnheard, { signal });
    document.addEventListener('copy', onCopy, { signal });
    document.addEventListener('paste', onPaste, { signal });
    return () => ending.abort();
  }, [frame]);
}
