import type { Dictionary } from './dictionary';

/** So many hits are looked at before judging whether they are dense. */
const SAMPLE = 1_000;
/** Below this many bytes a hit, looking at every byte is quicker than calling the native search for each hit. */
const DENSE_BYTES = 600;

/** The folded entries that contain the needle, and where its first occurrence stands in the dictionary's bytes. */
export function searchDictionary(dictionary: Dictionary, needle: string, onEntry: (entry: number, at: number) => void): void {
  const pattern = Buffer.from(needle);
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
    const at = isDense ? scanFor(bytes, pattern, from) : bytes.indexOf(pattern, from);
    if (at < 0) return;
    hits++;
    hit(at);
  }
}

function scanFor(bytes: Buffer, pattern: Buffer, from: number): number {
  const first = pattern[0] ?? 0;
  const last = bytes.length - pattern.length;
  for (let at = from; at <= last; at++) {
    if (bytes[at] !== first) continue;
    let i = 1;
    while (i < pattern.length && bytes[at + i] === pattern[i]) i++;
    if (i === pattern.length) return at;
  }
  return -1;
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
