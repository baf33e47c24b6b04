'use client';

import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';

interface ModalProps {
  label: string;
  className: string;
  onClose: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ReactNode;
}

/** Lies over the page as long as it is rendered. The browser's own modal dialog keeps the focus inside, closes on Escape and gives the focus back. */
export function Modal({ label, className, onClose, onKeyDown, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // It closes before it is taken away: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className={`modal ${className}`} aria-label={label} onClose={() => dialog.current && onClose()} onKeyDown={onKeyDown} onClick={(event) => event.target === dialog.current && onClose()}>
      {children}
    </dialog>
  );
}
