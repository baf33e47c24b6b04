'use client';

import { type ReactNode, type RefObject, useEffect, useRef } from 'react';

const GAP = 4;
const MARGIN = 8;

interface AnchoredPopoverProps {
  anchor: RefObject<HTMLElement | null>;
  width: number;
  className?: string;
  children: ReactNode;
}

/** Floats below its anchor, or above where there is no room. In the top layer, so that no scrolling table cuts it off. */
export function AnchoredPopover({ anchor, width, className = '', children }: AnchoredPopoverProps) {
  const layer = useRef<HTMLDivElement>(null);

  // Not a layout effect: there the ref of a parent is not set yet.
  useEffect(() => {
    const popover = layer.current;
    const anchored = anchor.current;
    if (popover === null || anchored === null) return;
    const place = () => putBeside(popover, anchored);
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
  }, [anchor]);

  return (
    <div ref={layer} popover="manual" className={`popover ${className}`} style={{ width: `min(${width}px, calc(100vw - ${2 * MARGIN}px))` }}>
      {children}
    </div>
  );
}

function putBeside(popover: HTMLElement, anchored: HTMLElement) {
  const at = anchored.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = popover;
  const below = at.bottom + GAP;
  const above = at.top - GAP - offsetHeight;
  const top = below + offsetHeight > window.innerHeight - MARGIN && above >= MARGIN ? above : below;
  const left = Math.max(MARGIN, Math.min(at.left, window.innerWidth - offsetWidth - MARGIN));
  popover.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
