'use client';

import { Fragment, useSyncExternalStore } from 'react';
import { type KeyName, KEYS } from './keys';

const SIGNS: Readonly<Record<string, string>> = {
  ArrowDown: '↓', ArrowUp: '↑', ArrowRight: '→', ArrowLeft: '←', Escape: 'Esc', PageDown: 'Page Down', PageUp: 'Page Up',
};

const neverChanges = () => () => undefined;
const isMac = () => /Mac|iP(hone|ad)/.test(navigator.userAgent);

interface KeyCapsProps {
  name: KeyName;
  /** The first of its keys alone. */
  one?: boolean;
}

/** A key as it stands on the keyboard. */
export function KeyCaps({ name, one = false }: KeyCapsProps) {
  const onMac = useSyncExternalStore(neverChanges, isMac, () => false);
  const presses: readonly string[] = KEYS[name].press;
  const capOf = (part: string) => SIGNS[part] ?? (part === 'Mod' ? (onMac ? '⌘' : 'Ctrl') : part.length === 1 ? part.toUpperCase() : part);
  return (
    <span className="key-caps">
      {(one ? presses.slice(0, 1) : presses).map((press, place) => (
        <Fragment key={press}>
          {place > 0 && <span className="key-or">or</span>}
          {press.split('+').map((part) => (
            <kbd key={part}>{capOf(part)}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
