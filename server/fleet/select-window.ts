import type { SortLevel, SortPosition } from './sort-level';

/** Up to this many rows are sorted outright. */
const FEW = 256;
const BUCKET_BITS = 14;

/** The slots from `start` to before `end` in the order of the levels: by counting how many fall where, never by sorting all. */
export function selectWindow(slots: Uint32Array, level: SortLevel | null, start: number, end: number): number[] {
  const chosen: number[] = [];
  select(slots, level, Math.max(0, start), Math.min(end, slots.length), chosen);
  return chosen;
}

/** How many of the slots come before the position, and whether the position's own row is among them. */
export function countBefore(slots: Uint32Array, first: SortLevel, position: SortPosition): { before: number; isThere: boolean } {
  let before = 0;
  let rest = slots;
  for (let level: SortLevel | null = first; level !== null; ) {
    const wanted = level.of(position);
    const keys = keysOf(rest, level);
    let equal = 0;
    const kept = new Uint32Array(rest.length);
    for (let i = 0; i < rest.length; i++) {
      const key = keys[i] ?? 0;
      if (key < wanted) before++;
      else if (key === wanted) kept[equal++] = rest[i] ?? 0;
    }
    rest = kept.subarray(0, equal);
    if (equal === 0) return { before, isThere: false };
    level = level.next(wanted);
  }
  return { before, isThere: true };
}

function keysOf(slots: Uint32Array, level: SortLevel): Uint32Array {
  const keys = new Uint32Array(slots.length);
  level.read(slots, keys);
  return keys;
}

function select(slots: Uint32Array, level: SortLevel | null, start: number, end: number, chosen: number[]): void {
  if (start >= end) return;
  if (level === null || slots.length === 1) {
    for (const slot of slots.subarray(start, end)) chosen.push(slot);
    return;
  }
  const keys = keysOf(slots, level);
  let least = keys[0] ?? 0;
  let most = least;
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  if (least === most) select(slots, level.next(least), start, end, chosen);
  else if (slots.length <= FEW) sortFew(slots, keys, level, start, end, chosen);
  else intoBuckets(slots, keys, { least, most }, level, start, end, chosen);
}

function sortFew(slots: Uint32Array, keys: Uint32Array, level: SortLevel, start: number, end: number, chosen: number[]): void {
  const places = Array.from(slots.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  for (let from = 0, to = 0; from < places.length && from < end; from = to) {
    const key = keys[places[from] ?? 0] ?? 0;
    while (to < places.length && keys[places[to] ?? 0] === key) to++;
    if (to <= start) continue;
    const equal = Uint32Array.from(places.slice(from, to), (place) => slots[place] ?? 0);
    select(equal, level.next(key), Math.max(0, start - from), Math.min(end, to) - from, chosen);
  }
}

function intoBuckets(slots: Uint32Array, keys: Uint32Array, { least, most }: { least: number; most: number }, level: SortLevel, start: number, end: number, chosen: number[]): void {
  const shift = Math.max(0, 32 - Math.clz32(most - least) - BUCKET_BITS);
  const buckets = ((most - least) >>> shift) + 1;
  const counts = new Uint32Array(buckets);
  for (let i = 0; i < keys.length; i++) {
    const bucket = ((keys[i] ?? 0) - least) >>> shift;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  // Where each bucket begins among all slots; only those that the window touches are collected.
  const begins = new Uint32Array(buckets + 1);
  for (let bucket = 0; bucket < buckets; bucket++) begins[bucket + 1] = (begins[bucket] ?? 0) + (counts[bucket] ?? 0);
  const isTouched = (bucket: number) => (begins[bucket] ?? 0) < end && (begins[bucket + 1] ?? 0) > start;
  let first = 0;
  while (!isTouched(first) || counts[first] === 0) first++;
  let last = buckets - 1;
  while (!isTouched(last) || counts[last] === 0) last--;
  const offset = begins[first] ?? 0;
  const collected = new Uint32Array((begins[last + 1] ?? 0) - offset);
  const filled = begins.slice(first, last + 1);
  for (let i = 0; i < slots.length; i++) {
    const bucket = ((keys[i] ?? 0) - least) >>> shift;
    if (bucket < first || bucket > last) continue;
    const at = filled[bucket - first] ?? 0;
    collected[at - offset] = slots[i] ?? 0;
    filled[bucket - first] = at + 1;
  }
  for (let bucket = first; bucket <= last; bucket++) {
    const begin = begins[bucket] ?? 0;
    if (counts[bucket] === 0) continue;
    const members = collected.subarray(begin - offset, (begins[bucket + 1] ?? 0) - offset);
    const inner = shift === 0 ? level.next(bucket + least) : level;
    select(members, inner, Math.max(0, start - begin), Math.min(end - begin, members.length), chosen);
  }
}
