'use client';

import { exactTime, spanInWords } from './spans-of-time';
import { useNow } from './use-now';

interface RelativeTimeProps {
  /** RFC 3339 */
  time: string;
  /** When the data was read, in milliseconds: React Query's `dataUpdatedAt`, or the answer's `asOf`. */
  asOf: number;
}

/** How long ago, the exact time on hover. */
export function RelativeTime({ time, asOf }: RelativeTimeProps) {
  const now = useNow(asOf);
  return (
    <time dateTime={time} title={exactTime(time)}>
      {spanInWords(now - Date.parse(time))}
    </time>
  );
}
