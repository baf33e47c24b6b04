import type { Dictionary } from './dictionary';

/** So many hits are looked at before judging whether they are dense. */
const SAMPLE = 1_000;
/** Below this many bytes a hit, looking at every byte is quicker than calling the native search for each hit. */
const DENSE_BYTES = 600;

/** The folded entries that contain the needle, and where its first occurrence stands in the dictionary's bytes. */
export function searchDictionary(dictionary: Dictionary, needle: string, onEntry: (entry: number, at: number) => void): void {
  const pattern = Buffer.from(needle);
  const steps = stepsOf(pattern);
  const { starts, size } = dictionary;
  const bytes = dictionary.bytes.subarray(0, dictionary.byteLength);
  let entry = 1;
  let hits = 0;
  let from = starts[1] ?? 0;
  const hit = (at: number) => {
    entry = entryAt(starts, size, entry, at);
    if (dictionary.foldOf(entry) === entry) onEntry(entry, at);
    from = starts[entry + 1] ?? bytes.length;
  };
  while (from < bytes.length) {
    const isDense = hits > SAMPLE && from / hits < DENSE_BYTES;
    const at = isDense ? scanFor(bytes, pattern, steps, from) : bytes.indexOf(pattern, from);
    if (at < 0) return;
    hits++;
    hit(at);
  }
}

/** Horspool's search: what stands at the end of the place looked at says how far the next one is. */
function scanFor(bytes: Buffer, pattern: Buffer, steps: Uint8Array, from: number): number {
  const end = pattern.length - 1;
  const last = pattern[end] ?? 0;
  for (let at = from + end; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte === last) {
      let i = end - 1;
      while (i >= 0 && bytes[at - end + i] === pattern[i]) i--;
      if (i < 0) return at - end;
    }
    at += steps[byte] ?? 1;
  }
  return -1;
}

/** By byte, how far the pattern may be moved when that byte stands under its end. */
function stepsOf(pattern: Buffer): Uint8Array {
  const end = pattern.length - 1;
  const steps = new Uint8Array(256).fill(Math.min(pattern.length, 255));
  for (let i = Math.max(0, end - 254); i < end; i++) steps[pattern[i] ?? 0] = end - i;
  return steps;
}

/** The entry that holds the byte, at or after `entry`: mostly near, so steps double before they halve. */
function entryAt(starts: Uint32Array, size: number, entry: number, at: number): number {
  let low = entry;
  let step = 1;
  while (low + step < size && (starts[low + step] ?? 0) <= at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, size);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}
