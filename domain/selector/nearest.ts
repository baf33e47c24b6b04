/** The candidate that is a slip of the finger away from the word, or undefined. */
export function nearest<Candidate extends string>(word: string, candidates: Iterable<Candidate>): Candidate | undefined {
  const asked = word.toLowerCase();
  let best: Candidate | undefined;
  // Two letters are a letter apart from every other two.
  let bestDistance = asked.length <= 2 ? REPLACEMENT : asked.length <= 4 ? 2 : 3;
  for (const candidate of candidates) {
    if (candidate.toLowerCase() === asked || `${candidate}s` === asked) return candidate;
    if (Math.abs(candidate.length - asked.length) >= bestDistance) continue;
    const distance = editDistance(asked, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** A replaced letter weighs a little more than one left out, one too many or a swap of neighbours: `ofline` is meant for offline, not online. */
const REPLACEMENT = 1.25;

/** How many slips of the finger lie between two words. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : REPLACEMENT));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
