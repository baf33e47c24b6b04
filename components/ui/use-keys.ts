'use client';

import { useEffectEvent, useLayoutEffect } from 'react';
import { isKey, isTyping, type KeyName, KEYS } from './keys';

/** Answers false where the key is none of its business at the moment. */
type Handlers = Partial<Record<KeyName, (event: KeyboardEvent) => unknown>>;

const isName = (name: string): name is KeyName => Object.hasOwn(KEYS, name);

/** Hears keys wherever the focus is: while somebody types only those with Control, and while a modal dialog is open only `inModal`. */
export function useKeys(handlers: Handlers, inModal = false): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isText = isTyping(event.target) && !event.ctrlKey && !event.metaKey;
    if (event.defaultPrevented || isText || (document.querySelector('dialog:modal') !== null) !== inModal) return;
    const name = Object.keys(handlers).filter(isName).find((each) => isKey(event, each));
    if (name !== undefined && handlers[name]?.(event) !== false) event.preventDefault();
  });
  // As soon as the page can be seen: an effect comes later, and a key that is pressed before is lost.
  useLayoutEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
