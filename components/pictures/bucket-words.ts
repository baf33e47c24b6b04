import { clockTime, exactTime } from '../resource-signs/spans-of-time';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

const dayOf = (ms: number): string => exactTime(ms).split(',')[0] ?? '';
const isSameDay = (a: number, b: number): boolean => Math.floor(a / DAY_MS) === Math.floor(b / DAY_MS);

/** As exact as buckets of this width need it: `25 Nov 2026`, `25 Nov 2026, 14:30`; without the day beside another time of that day. */
export function bucketTime(ms: number, widthMs: number, beside?: number): string {
  if (widthMs >= DAY_MS) return dayOf(ms);
  const clock = clockTime(ms);
  const length = widthMs >= MINUTE_MS ? 5 : 8;
  const fraction = widthMs < SECOND_MS ? new Date(ms).toISOString().slice(19, 23) : '';
  const time = `${clock.slice(0, length)}${fraction}`;
  return beside !== undefined && isSameDay(ms, beside) ? time : `${dayOf(ms)}, ${time}`;
}

/** `25 Nov 2026, 14:30 to 14:40 UTC`; days are named from the first to the last. */
export function bucketSpan(fromMs: number, beforeMs: number, widthMs: number): string {
  if (widthMs < DAY_MS) return `${bucketTime(fromMs, widthMs)} to ${bucketTime(beforeMs, widthMs, fromMs)} UTC`;
  const last = beforeMs - DAY_MS;
  return last === fromMs ? `${dayOf(fromMs)} UTC` : `${dayOf(fromMs)} to ${dayOf(last)} UTC`;
}
