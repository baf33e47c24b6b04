'use client';

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { placeAfterScroll, placeOfRank, spacerRows } from './rank-place';
import { placesInSight, placesOf, widened } from './rank-window';

const OVERSCAN_ROWS = 12;
/** Rows out of sight come this long after those in sight, in another list and after a jump, so that those are soon here. */
const OVERSCAN_AFTER_MS = 200;
/** What the server draws rows for, and the first render in the browser. */
const FIRST_SCREEN_PX = 800;

interface RankScrollOptions {
  scrollerRef: RefObject<HTMLElement | null>;
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
export function useRankScroll({ scrollerRef, listKey, count, rowHeight, firstRank, keptRank }: RankScrollOptions) {
  const [offset, setOffset] = useState(0);
  const place = useRef({ offset: 0, scrollTop: 0 });
  const rows = spacerRows(count, rowHeight);
  const kept = keptRank === undefined ? -1 : keptRank - offset;
  const [sight, setSight] = useState(() => placesInSight({ scrollTop: 0, height: FIRST_SCREEN_PX, rowHeight }));
  const [jumps, setJumps] = useState(0);
  const stand = `${jumps} ${listKey}`;
  const [widenedStand, setWidenedStand] = useState(stand);

  // Asked of the element when it changes alone: in the middle of a render that would make the browser lay everything out.
  const height = useRef(FIRST_SCREEN_PX);
  const look = useCallback(
    (scrollTop: number) => {
      const next = placesInSight({ scrollTop, height: height.current, rowHeight });
      setSight((before) => (before.first === next.first && before.end === next.end ? before : next));
    },
    [rowHeight],
  );
  const moveTo = useCallback(
    (next: { offset: number; scrollTop: number }) => {
      place.current = next;
      setOffset(next.offset);
      look(next.scrollTop);
      if (scrollerRef.current && scrollerRef.current.scrollTop !== next.scrollTop) scrollerRef.current.scrollTop = next.scrollTop;
    },
    [scrollerRef, look],
  );
  const spaceOf = useCallback((element: HTMLElement) => ({ count, rowHeight, maxScrollTop: element.scrollHeight - element.clientHeight }), [count, rowHeight]);

  useEffect(() => {
    const element = scrollerRef.current;
    if (!element) return;
    const onScroll = () => {
      const { scrollTop, clientHeight } = element;
      const jumped = Math.abs(scrollTop - place.current.scrollTop) > 2 * clientHeight;
      if (jumped) setJumps((before) => before + 1);
      moveTo(placeAfterScroll(spaceOf(element), place.current, scrollTop, jumped));
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [scrollerRef, moveTo, spaceOf]);

  useLayoutEffect(() => {
    const element = scrollerRef.current;
    if (!element) return;
    const measure = () => {
      height.current = element.clientHeight;
      look(element.scrollTop);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scrollerRef, look]);

  useEffect(() => {
    const timer = setTimeout(() => setWidenedStand(stand), OVERSCAN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [stand]);

  // Rows of another height begin with the same one.
  const shownHeight = useRef(rowHeight);
  useLayoutEffect(() => {
    const before = shownHeight.current;
    shownHeight.current = rowHeight;
    if (before !== rowHeight && scrollerRef.current) moveTo(placeOfRank(spaceOf(scrollerRef.current), place.current.offset + place.current.scrollTop / before));
  }, [rowHeight, scrollerRef, moveTo, spaceOf]);

  const shownList = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (shownList.current === listKey) return;
    const isFirst = shownList.current === undefined;
    shownList.current = listKey;
    const { offset: hidden, scrollTop } = place.current;
    if (!isFirst && (hidden > 0 || scrollTop > 0)) moveTo({ offset: 0, scrollTop: 0 });
    else if (isFirst && firstRank > 0 && scrollerRef.current) moveTo(placeOfRank(spaceOf(scrollerRef.current), firstRank));
  }, [listKey, firstRank, scrollerRef, moveTo, spaceOf]);

  /** Scrolls as little as needed; `headHeight` is what lies over the first rows. */
  const showRank = useCallback(
    (rank: number, headHeight: number) => {
      const element = scrollerRef.current;
      if (!element) return;
      const top = (rank - place.current.offset) * rowHeight;
      const view = element.clientHeight - headHeight;
      const isNear = top >= 0 && top < spacerRows(count, rowHeight) * rowHeight;
      if (!isNear) moveTo(placeOfRank(spaceOf(element), rank));
      else if (top < element.scrollTop) moveTo({ ...place.current, scrollTop: top });
      else if (top + rowHeight > element.scrollTop + view) moveTo({ ...place.current, scrollTop: top + rowHeight - view });
    },
    [scrollerRef, count, rowHeight, moveTo, spaceOf],
  );

  /** Scrolls by so many rows: what stood at one rank stands at another, in the same place on the screen. */
  const moveBy = useCallback(
    (ranks: number) => {
      if (ranks !== 0 && scrollerRef.current) moveTo(placeOfRank(spaceOf(scrollerRef.current), place.current.offset + place.current.scrollTop / rowHeight + ranks));
    },
    [scrollerRef, rowHeight, moveTo, spaceOf],
  );

  const shown = widened(sight, 0, rows);
  const rendered = widened(shown, widenedStand === stand ? OVERSCAN_ROWS : 0, rows);
  const placed: PlacedRank[] = placesOf(rendered, kept >= 0 && kept < rows ? kept : undefined).map((at) => ({ rank: at + offset, place: at }));
  return { placed, rows, seen: { start: shown.first + offset, end: Math.min(count, shown.end + offset) }, showRank, moveBy };
}
