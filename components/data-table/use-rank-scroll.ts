'use client';

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { placeAfterScroll, placeOfRank, spacerRows } from './rank-place';

const OVERSCAN_ROWS = 12;
/** What the server draws rows for, and the first render in the browser. */
const FIRST_SCREEN = { width: 1_200, height: 800 };

interface RankScrollOptions {
  scroller: RefObject<HTMLElement | null>;
  listKey: string;
  count: number;
  rowHeight: number;
  /** What is at the top when the table appears. */
  firstRank: number;
  /** Rendered wherever the list stands, so that the focus is not lost by scrolling. */
  keptRank: number | undefined;
}

export interface PlacedRank {
  rank: number;
  /** Its place on the spacer, in rows. */
  place: number;
}

/** Which ranks are to be rendered, and where; how to bring one into view. */
export function useRankScroll({ scroller, listKey, count, rowHeight, firstRank, keptRank }: RankScrollOptions) {
  const [offset, setOffset] = useState(0);
  const place = useRef({ offset: 0, scrollTop: 0 });
  const rows = spacerRows(count, rowHeight);
  const kept = keptRank === undefined ? -1 : keptRank - offset;

  const rangeExtractor = useCallback(
    (range: Range) => {
      const places = defaultRangeExtractor(range);
      return kept < 0 || kept >= rows || places.includes(kept) ? places : [...places, kept].sort((a, b) => a - b);
    },
    [kept, rows],
  );
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS,
    initialRect: FIRST_SCREEN,
    rangeExtractor,
    useFlushSync: false,
  });
  const moveTo = useCallback(
    (next: { offset: number; scrollTop: number }) => {
      place.current = next;
      setOffset(next.offset);
      if (scroller.current && scroller.current.scrollTop !== next.scrollTop) scroller.current.scrollTop = next.scrollTop;
    },
    [scroller],
  );
  const spaceOf = useCallback((element: HTMLElement) => ({ count, rowHeight, maxScrollTop: element.scrollHeight - element.clientHeight }), [count, rowHeight]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      const { scrollTop, clientHeight } = element;
      const jumped = Math.abs(scrollTop - place.current.scrollTop) > 2 * clientHeight;
      moveTo(placeAfterScroll(spaceOf(element), place.current, scrollTop, jumped));
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [scroller, moveTo, spaceOf]);

  // Rows of another height begin with the same one.
  const shownHeight = useRef(rowHeight);
  useLayoutEffect(() => {
    virtualizer.measure();
    const before = shownHeight.current;
    shownHeight.current = rowHeight;
    if (before !== rowHeight && scroller.current) moveTo(placeOfRank(spaceOf(scroller.current), place.current.offset + place.current.scrollTop / before));
  }, [virtualizer, rowHeight, scroller, moveTo, spaceOf]);

  const shownList = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (shownList.current === listKey) return;
    const isFirst = shownList.current === undefined;
    shownList.current = listKey;
    if (!isFirst) moveTo({ offset: 0, scrollTop: 0 });
    else if (firstRank > 0 && scroller.current) moveTo(placeOfRank(spaceOf(scroller.current), firstRank));
  }, [listKey, firstRank, scroller, moveTo, spaceOf]);

  /** Scrolls as little as needed; `headHeight` is what lies over the first rows. */
  const showRank = useCallback(
    (rank: number, headHeight: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = (rank - place.current.offset) * rowHeight;
      const view = element.clientHeight - headHeight;
      const isNear = top >= 0 && top < spacerRows(count, rowHeight) * rowHeight;
      if (!isNear) moveTo(placeOfRank(spaceOf(element), rank));
      else if (top < element.scrollTop) moveTo({ ...place.current, scrollTop: top });
      else if (top + rowHeight > element.scrollTop + view) moveTo({ ...place.current, scrollTop: top + rowHeight - view });
    },
    [scroller, count, rowHeight, moveTo, spaceOf],
  );

  /** Scrolls by so many rows: what stood at one rank stands at another, in the same place on the screen. */
  const moveBy = useCallback(
    (ranks: number) => {
      if (ranks !== 0 && scroller.current) moveTo(placeOfRank(spaceOf(scroller.current), place.current.offset + place.current.scrollTop / rowHeight + ranks));
    },
    [scroller, rowHeight, moveTo, spaceOf],
  );

  const placed: PlacedRank[] = virtualizer.getVirtualItems().map(({ index }) => ({ rank: index + offset, place: index }));
  const { range } = virtualizer;
  const seen = range ? { start: range.startIndex + offset, end: Math.min(count, range.endIndex + 1 + offset) } : { start: 0, end: 0 };
  return { placed, rows, seen, showRank, moveBy };
}
