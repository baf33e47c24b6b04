'use client';

import { useEffect, useState } from 'react';

/** What comes within this time, in milliseconds, was not waited for. */
const A_MOMENT_MS = 150;

/**
 * Whether something has been on its way for more than a moment: then what stands in for it fades. In a timer, since a transition with a delay makes the
 * browser paint all of it at its beginning already, and at its end again.
 */
export function useIsLate(isOnItsWay: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isOnItsWay) return;
    const timer = setTimeout(() => setLate(true), A_MOMENT_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isOnItsWay]);
  return isOnItsWay && isLate;
}
