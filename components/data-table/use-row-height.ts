'use client';

import { useSyncExternalStore } from 'react';

export interface RowHeights {
  wide: number;
  /** Below the width at which a row becomes two lines. */
  narrow: number;
}

const NARROW = '(max-width: 720px)';

function subscribe(listener: () => void) {
  const query = matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** The height that the style sheet gives a row at this width; before there is a screen, the wide one. */
export function useRowHeight({ wide, narrow }: RowHeights): number {
  const isNarrow = useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches, () => false);
  return isNarrow ? narrow : wide;
}
