'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icon';

interface SheetProps {
  title: string;
  open: boolean;
  onClose: () => void;
  foot?: ReactNode;
  children: ReactNode;
}

/** A panel over the page's left edge. The browser's own modal dialog keeps the focus inside, closes on Escape and gives the focus back. */
export function Sheet({ title, open, onClose, foot, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);

  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={titleId} onClose={onClose} onClick={(event) => event.target === dialog.current && onClose()}>
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
