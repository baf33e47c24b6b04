'use client';

import { createContext, type RefObject, useContext, useEffect, useState } from 'react';

/** Before it is measured: the column's least width. */
const LEAST_WIDTH_PX = 200;

const TagsWidth = createContext(LEAST_WIDTH_PX);

export const TagsWidthProvider = TagsWidth.Provider;

/** How many pixels a row has for its tags: the same in every row, so it is measured once for all. */
export const useTagsWidth = (): number => useContext(TagsWidth);

/** Measured in a row, and anew when the columns are others: a grouped list may have no rows at first. */
export function useMeasuredTagsWidth(frame: RefObject<HTMLElement | null>, columns: unknown, hasRows: boolean): number {
  const [width, setWidth] = useState(LEAST_WIDTH_PX);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => {
      const cell = element.querySelector<HTMLElement>('[role=gridcell][data-column=tags]');
      if (!cell || cell.clientWidth === 0) return;
      const { paddingLeft, paddingRight } = getComputedStyle(cell);
      setWidth(cell.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // It is there while rows come and go, and as wide as their cells.
    const head = element.querySelector('[role=columnheader][data-column=tags]');
    if (head) observer.observe(head);
    return () => observer.disconnect();
  }, [frame, columns, hasRows]);
  return width;
}
