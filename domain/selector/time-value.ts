import type { AgeRange, AgeValue, Comparison, InstantRange, InstantValue } from './tree';

const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const MAX_AGE_MS = 36_500 * UNIT_MS.d;
const AGE = /^(?:\d{1,9}[smhdw])+$/;
const AGE_PART = /(\d+)([smhdw])/g;

/** Milliseconds of `15m`, `7d`, `1h30m`; undefined for anything else and beyond a hundred years. */
export function readAge(text: string): number | undefined {
  if (!AGE.test(text)) return undefined;
  let ms = 0;
  // The group is one of the letters that name a unit.
  for (const [, count, unit] of text.matchAll(AGE_PART)) ms += Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS];
  return ms <= MAX_AGE_MS ? ms : undefined;
}

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?([Zz]|[+-]\d\d:\d\d)?)?$/;

/** The span that a date or a time names: a day, a minute, a second or a millisecond; `until` is not in it. */
export function readInstant(text: string): { from: number; until: number } | undefined {
  const match = INSTANT.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(local);
  // Date.UTC rolls the 31st of February over and reads years below 100 as 19xx.
  if (date.getUTCFullYear() !== Number(year) || date.getUTCDate() !== Number(day) || Number(year) < 1) return undefined;
  if (hour === undefined) return { from: local, until: local + UNIT_MS.d };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const offset = zoneMs(zone);
  if (offset === undefined) return undefined;
  const millis = Number((fraction ?? '0').padEnd(3, '0'));
  const clock = Number(hour) * UNIT_MS.h + Number(minute) * UNIT_MS.m + Number(second ?? 0) * UNIT_MS.s + millis;
  const from = local + clock - offset;
  return { from, until: from + (fraction !== undefined ? 1 : second !== undefined ? UNIT_MS.s : UNIT_MS.m) };
}

function zoneMs(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4));
  if (hours > 18 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * UNIT_MS.h + minutes * UNIT_MS.m);
}

/** From `from` on and before `before`, in whole milliseconds; an end that is absent is open. */
export interface TimeWindow {
  from?: number;
  before?: number;
}

/** Where a time must lie for the comparison to hold; `!=` gives the window of `=`, to be negated. */
export function timeWindow(
  op: Comparison,
  value: AgeValue | InstantValue | AgeRange | InstantRange,
  nowMs: number,
): TimeWindow {
  switch (value.type) {
    case 'age':
      return ageWindow(op, nowMs - value.ms);
    case 'instant':
      return instantWindow(op, value);
    case 'age-range':
      return {
        ...(value.to && { from: nowMs - value.to.ms }),
        ...(value.from && { before: nowMs - value.from.ms + 1 }),
      };
    case 'instant-range':
      return { ...(value.from && { from: value.from.from }), ...(value.to && { before: value.to.until }) };
  }
}

/** A smaller age is a later time. */
function ageWindow(op: Comparison, at: number): TimeWindow {
  switch (op) {
    case '<':
      return { from: at + 1 };
    case '<=':
      return { from: at };
    case '>':
      return { before: at };
    case '>=':
      return { before: at + 1 };
    case '=':
    case '!=':
      return { from: at, before: at + 1 };
  }
}

function instantWindow(op: Comparison, { from, until }: InstantValue): TimeWindow {
  switch (op) {
    case '<':
      return { before: from };
    case '<=':
      return { before: until };
    case '>':
      return { from: until };
    case '>=':
      return { from };
    case '=':
    case '!=':
      return { from, before: until };
  }
}
