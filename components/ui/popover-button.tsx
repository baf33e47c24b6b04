'use client';

import { type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { useCommands } from './commands';
import { Icon, type IconName } from './icon';
import type { PopoverAnchor } from './popover-dialog';

interface PopoverButtonProps {
  icon: IconName;
  label: string;
  /** Its accessible name, where the label does not say enough. */
  name?: string;
  /** How it looks beside others of its kind. */
  className?: string;
  /** How many are chosen: stands beside the label. */
  count?: number;
  /** The panel, loaded when it is opened. */
  children: (anchored: PopoverAnchor) => ReactNode;
}

/** Opens and closes a panel that hangs at it, and takes the focus back when that closes. */
export function PopoverButton({ icon, label, name = label, className = 'btn btn-quiet strip-tool', count = 0, children }: PopoverButtonProps) {
  const [open, setOpen] = useState(false);
  useCommands(() => [{ group: 'On this page', name: `${name}…`, icon, run: () => setOpen(true) }]);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback((keepsFocus: boolean) => {
    setOpen(false);
    if (keepsFocus) button.current?.focus();
  }, []);
  return (
    <>
      <button ref={button} type="button" className={className} aria-label={name} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={icon} />
        <span>{label}</span>
        {count > 0 && <b>{count}</b>}
      </button>
      {open && <Suspense>{children({ anchor: button, onClose: close })}</Suspense>}
    </>
  );
}
