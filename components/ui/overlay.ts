'use client';

import { useSyncExternalStore } from 'react';

export type Overlay = 'palette' | 'keys';

let opened: Overlay | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows what lies over the whole page, from wherever somebody asks for it; with nothing, closes it. */
export function openOverlay(next: Overlay | undefined): void {
  opened = next;
  for (const listener of listeners) listener();
}

export const useOverlay = (): Overlay | undefined => useSyncExternalStore(subscribe, () => opened, () => undefined);
