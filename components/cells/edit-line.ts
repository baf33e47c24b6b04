'use client';

import { useSyncExternalStore } from 'react';

/** What has just become of an edit, in one line below the list. */
export interface EditLine {
  text: string;
  /** What was left out, or why nothing was done. */
  more?: string | undefined;
  isWell: boolean;
  acts?: readonly { label: string; act: () => void }[];
  /** The keys that take it back work now. */
  canUndo?: boolean;
}

let line: EditLine | undefined;
const listeners = new Set<() => void>();

export function sayLine(next: EditLine | undefined): void {
  line = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useEditLine = (): EditLine | undefined => useSyncExternalStore(subscribe, () => line, () => undefined);
