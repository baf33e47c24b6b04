'use client';

import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 720px)';

function subscribe(listener: () => void) {
  const query = matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the screen is a phone's, as the style sheets see it; before there is a screen, it is not. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches, () => false);
