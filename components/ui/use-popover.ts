import { type RefObject, useCallback, useRef, useState } from 'react';

interface Popover {
  button: RefObject<HTMLButtonElement | null>;
  open: boolean;
  toggle: () => void;
  close: (keepsFocus: boolean) => void;
}

/** Whether what a button opens is open, and where the focus goes when it closes. */
export function usePopover(): Popover {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback((keepsFocus: boolean) => {
    setOpen(false);
    if (keepsFocus) button.current?.focus();
  }, []);
  return { button, open, toggle: () => setOpen(!open), close };
}
