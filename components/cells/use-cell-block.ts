'use client';

import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { MAX_CELL_RESOURCES } from '@/domain/tag-cells';
import { cellOf, columnOf, isPressed } from '../data-table/cell-focus';
import { type CellBlock, type CellPlace, drawTo, isOneCell } from './cell-block';

interface CellBlockOptions {
  frame: RefObject<HTMLElement | null>;
  listKey: string;
  /** Shift and a click are the rows' while some of them are selected. */
  rowsSelected: boolean;
  focusCell: (place: CellPlace) => void;
  /** The focus has come to another cell. */
  onCell: (place: CellPlace) => void;
}

/** Where a cell stands that something is in. */
export function placeOf(target: EventTarget | null): CellPlace | undefined {
  const cell = cellOf(target);
  const rank = cell?.closest<HTMLElement>('[data-rank]')?.dataset.rank;
  return cell && rank !== undefined ? { rank: Number(rank), column: columnOf(cell) } : undefined;
}

const isSame = (a: CellPlace, b: CellPlace): boolean => isOneCell({ anchor: a, head: b });

/** The cells that keys act on: the focused one, or a block drawn from it with Shift and arrows, Shift and a click, or the mouse. */
export function useCellBlock({ frame, listKey, rowsSelected, focusCell, onCell }: CellBlockOptions) {
  const [shown, setShown] = useState<{ listKey: string; block: CellBlock }>();
  const block = shown?.listKey === listKey ? shown.block : undefined;
  // Events that follow each other within a frame have to know of each other.
  const latest = useRef<CellBlock>(undefined);
  const mouse = useRef<{ from: CellPlace; isDrawing: boolean }>(undefined);
  const swallowsClick = useRef(false);

  const setBlock = useCallback(
    (next: CellBlock) => {
      latest.current = next;
      setShown({ listKey, block: next });
    },
    [listKey],
  );
  const draw = (to: CellPlace, from = latest.current?.anchor ?? to) => {
    const next = drawTo({ anchor: from, head: from }, to, MAX_CELL_RESOURCES);
    setBlock(next);
    focusCell(next.head);
  };

  const onFocusIn = useEffectEvent(({ target }: FocusEvent) => {
    const place = placeOf(target);
    if (place === undefined || (block && latest.current && isSame(latest.current.head, place))) return;
    setBlock({ anchor: place, head: place });
    onCell(place);
  });

  const onPointerDown = useEffectEvent((event: PointerEvent) => {
    const place = placeOf(event.target);
    mouse.current = undefined;
    if (place === undefined || event.button !== 0 || event.pointerType !== 'mouse' || event.ctrlKey || event.metaKey || isPressed(event.target)) return;
    const isOnCell = frame.current?.contains(document.activeElement) && placeOf(document.activeElement) !== undefined;
    if (!event.shiftKey) mouse.current = { from: place, isDrawing: false };
    else if (!rowsSelected && isOnCell) {
      swallowsClick.current = true;
      draw(place);
    }
  });

  const onPointerMove = useEffectEvent((event: PointerEvent) => {
    const drag = mouse.current;
    if (drag === undefined || (event.buttons & 1) === 0) return;
    const place = placeOf(event.target);
    if (place === undefined || isSame(place, latest.current?.head ?? place)) return;
    drag.isDrawing = true;
    frame.current?.classList.add('is-drawing');
    document.getSelection()?.removeAllRanges();
    draw(place, drag.from);
  });

  const onPointerUp = useEffectEvent(() => {
    swallowsClick.current ||= mouse.current?.isDrawing === true;
    mouse.current = undefined;
    frame.current?.classList.remove('is-drawing');
    // The click comes now, or, where the mouse was let go elsewhere, not at all.
    setTimeout(() => (swallowsClick.current = false));
  });

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const ending = new AbortController();
    const { signal } = ending;
    const swallow = (event: Event) => {
      if (!swallowsClick.current) return;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener('focusin', onFocusIn, { signal });
    element.addEventListener('pointerdown', onPointerDown, { signal });
    element.addEventListener('pointermove', onPointerMove, { signal });
    document.addEventListener('pointerup', onPointerUp, { signal });
    for (const type of ['mousedown', 'click']) element.addEventListener(type, swallow, { signal, capture: true });
    return () => ending.abort();
  }, [frame]);

  return { block, latest, setBlock, draw };
}
