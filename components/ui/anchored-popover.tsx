'use client';

import { type ReactNode, type RefObject, useEffect, useRef } from 'react';

const GAP = 4;
const MARGIN = 8;

interface AnchoredPopoverProps {
  anchor: RefObject<HTMLElement | null>;
  width: number;
  className?: string;
  /** Where it floats as long as there is room. */
  side?: 'below' | 'above';
  children: ReactNode;
}

/** Floats beside its anchor, on the other side where there is no room. In the top layer, so that no scrolling table cuts it off. */
export function AnchoredPopover({ anchor, width, className = '', side = 'below', children }: AnchoredPopoverProps) {
  const layer = useRef<HTMLDivElement>(null);

  // Not a layout effect: there the ref of a parent is not set yet.
  useEffect(() => {
    const popover = layer.current;
    const anchored = anchor.current;
    if (popover === null || anchored === null) return;
    const place = () => putBeside(popover, anchored, side);
    popover.showPopover();
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(popover);
    sizes.observe(anchored);
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      sizes.disconnect();
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [anchor, side]);

  return (
    <div ref={layer} popover="manual" className={`popover ${className}`} style={{ width: `min(${width}px, calc(100vw - ${2 * MARGIN}px))` }}>
      {children}
    </div>
  );
}

function putBeside(popover: HTMLElement, anchored: HTMLElement, side: 'below' | 'above') {
  const at = anchored.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = popover;
  const below = at.bottom + GAP;
  const above = at.top - GAP - offsetHeight;
  const fitsAbove = above >= MARGIN;
  const fitsBelow = below + offsetHeight <= window.innerHeight - MARGIN;
  const top = fitsAbove && (side === 'above' || !fitsBelow) ? above : below;
  const left = Math.max(MARGIN, Math.min(at.left, window.innerWidth - offsetWidth - MARGIN));
  popover.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
