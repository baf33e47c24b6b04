import type { CountedTime } from '../time-counts';
import { allOf, partsOf } from './selector-parts';
import { readInstant } from './time-value';
import { type InstantValue, type Selector, type SelectorNode, termsOf } from './tree';

const DAY = 10;
const MINUTE = 16;
const SECOND = 19;

/** Whether any part of the query speaks of this time and of nothing else. */
export const hasTimeRange = (selector: Selector, field: CountedTime): boolean => partsOf(selector).some((part) => isOwn(part, field));

/** The query without what it says of this time. */
export const withoutTimeRange = (selector: Selector, field: CountedTime): Selector => allOf(partsOf(selector).filter((part) => !isOwn(part, field)));

/** The query for times from `fromMs` on and before `beforeMs`, in place of what it said of this time; a part that says more stays. */
export function withTimeRange(selector: Selector, field: CountedTime, fromMs: number, beforeMs: number): Selector {
  const parts = partsOf(selector);
  const place = parts.findIndex((part) => isOwn(part, field));
  const kept = parts.filter((part) => !isOwn(part, field));
  const before = place < 0 ? kept.length : place;
  return allOf([...kept.slice(0, before), rangeTerm(field, fromMs, beforeMs), ...kept.slice(before)]);
}

function isOwn(part: SelectorNode, field: CountedTime): boolean {
  for (const term of termsOf(part)) if (term.type !== 'field' || term.field !== field) return false;
  return true;
}

/** An end names a whole day, minute or second: the longest that stops where the range does. */
function rangeTerm(field: CountedTime, fromMs: number, beforeMs: number): SelectorNode {
  const from = [DAY, MINUTE, SECOND].map((length) => instant(fromMs, length)).find((value) => value.from === fromMs);
  const to = [DAY, MINUTE, SECOND].map((length) => instant(beforeMs - 1, length)).find((value) => value.until === beforeMs);
  return { type: 'field', field, op: '=', values: [{ type: 'instant-range', from: from ?? instant(fromMs), to: to ?? instant(beforeMs - 1) }] };
}

/** This time, written to this many characters. */
function instant(ms: number, length?: number): InstantValue {
  const whole = new Date(ms).toISOString();
  const text = length === undefined ? whole : length === DAY ? whole.slice(0, DAY) : `${whole.slice(0, length)}Z`;
  const span = readInstant(text);
  if (span === undefined) throw new Error('this is no time of the calendar');
  return { type: 'instant', text, ...span };
}
