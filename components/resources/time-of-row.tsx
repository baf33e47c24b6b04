'use client';

import { RelativeTime } from '../resource-signs/relative-time';
import { useReadAt } from './read-at';

export function TimeOfRow({ time }: { time: string }) {
  return <RelativeTime time={time} asOf={useReadAt()} />;
}
