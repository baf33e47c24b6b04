'use client';

import { type FocusEvent, type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { AnchoredPopover } from './anchored-popover';

export interface PopoverAnchor {
  anchor: RefObject<HTMLElement | null>;
  /** Whether the focus goes back to the anchor: not where a press or a Tab has moved it elsewhere. */
  onClose: (keepsFocus: boolean) => void;
}

interface PopoverDialogProps extends PopoverAnchor {
  label: string;
  width: number;
  className: string;
  /** Instead of closing. */
  onEscape?: () => void;
  children: ReactNode;
}

/** A panel beside its button: Escape, a press elsewhere or a Tab out of it closes it. */
export function PopoverDialog({ label, anchor, width, className, onClose, onEscape, children }: PopoverDialogProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !panel.current?.contains(target) && !anchor.current?.contains(target)) onClose(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [anchor, onClose]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (onEscape) onEscape();
    else onClose(true);
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !panel.current?.contains(relatedTarget) && !anchor.current?.contains(relatedTarget)) onClose(false);
  };
  return (
    <AnchoredPopover anchor={anchor} width={width}>
      <div ref={panel} role="dialog" aria-label={label} className={className} onKeyDown={onKeyDown} onBlur={onBlur}>
        {children}
      </div>
    </AnchoredPopover>
  );
}
