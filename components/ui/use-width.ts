'use client';

import { type RefObject, useEffect, useState } from 'react';

/** How many pixels of content an element takes, as long as it is there; before it is measured, and while it is hidden, what is assumed. */
export function useWidth(element: RefObject<HTMLElement | null>, assumed: number): number {
  const [width, setWidth] = useState(assumed);
  useEffect(() => {
    const observed = element.current;
    if (observed === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry && entry.contentRect.width > 0 ? Math.floor(entry.contentRect.width) : assumed));
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element, assumed]);
  return width;
}
