import { useCallback, useEffect, useState } from 'react';
import { type ListRange, nextRange } from './window-starts';

/** So long a list stands after a jump before what is near the rows in sight is brought, too. */
const AHEAD_AFTER_MS = 200;
const AT_THE_TOP: ListRange = { start: 0, end: 0, isJump: false };

/** Where a list stands, in steps of some rows. */
export function useListRange(): { range: ListRange; onRange: (start: number, end: number) => void; toTheTop: () => void } {
  const [range, setRange] = useState(AT_THE_TOP);
  useEffect(() => {
    if (!range.isJump) return;
    const timer = setTimeout(() => setRange((here) => ({ ...here, isJump: false })), AHEAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [range]);
  return {
    range,
    onRange: useCallback((start, end) => setRange((before) => nextRange(before, { start, end })), []),
    toTheTop: () => setRange(AT_THE_TOP),
  };
}
