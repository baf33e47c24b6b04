import type { CountedTime, TimeCounts } from '@/domain/time-counts';
import { timeBuckets } from '@/domain/time-buckets';
import { type Bits, countBits } from './bits';
import type { FleetIndex } from './fleet-index';

/** How many slots of the set have their time in each bucket. The set is walked twice and never listed: at a million the list would cost more. */
export function countTimes(index: FleetIndex, bits: Bits, field: CountedTime): TimeCounts {
  const total = countBits(bits);
  if (total === 0) return { startMs: 0, widthMs: 1, counts: [], total };
  const times = index.times[field];
  let [first, last] = [Infinity, -Infinity];
  for (let i = 0; i < bits.length; i++) {
    for (let word = bits[i] ?? 0; word !== 0; word &= word - 1) {
      const time = times[(i << 5) + lowest(word)] ?? 0;
      if (time < first) first = time;
      if (time > last) last = time;
    }
  }
  const { startMs, widthMs, count } = timeBuckets(first, last);
  const counts = new Uint32Array(count);
  for (let i = 0; i < bits.length; i++) {
    for (let word = bits[i] ?? 0; word !== 0; word &= word - 1) {
      const bucket = Math.trunc(((times[(i << 5) + lowest(word)] ?? 0) - startMs) / widthMs);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
  }
  return { startMs, widthMs, counts: [...counts], total };
}

/** The place of the lowest bit that is set. */
const lowest = (word: number): number => 31 - Math.clz32(word & -word);
