'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icon';

interface SheetProps {
  title: string;
  open: boolean;
  onClose: () => void;
  /** On the right it is as wide as a form needs. */
  edge?: 'left' | 'right';
  foot?: ReactNode;
  children: ReactNode;
}

/** A panel over an edge of the page. The browser's own modal dialog keeps the focus inside, closes on Escape and gives the focus back. */
export function Sheet({ title, open, onClose, edge = 'left', foot, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) {
      element?.showModal();
      element?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    }
    if (!open && element?.open) element.close();
  }, [open]);

  return (
    <dialog ref={dialog} className={`sheet sheet-${edge}`} aria-labelledby={titleId} onClose={onClose} onClick={(event) => event.target === dialog.current && onClose()}>
      {open && (
        <>
          <header className="sheet-head">
            <h2 id={titleId}>{title}</h2>
            <button type="button" className="icon-btn" aria-label="Close" onClick={onClose}>
              <Icon name="x" />
            </button>
          </header>
          <div className="sheet-body">{children}</div>
          {foot !== undefined && <footer className="sheet-foot">{foot}</footer>}
        </>
      )}
    </dialog>
  );
}
