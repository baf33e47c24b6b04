import type { Run } from './bench-run';

/** How many times dearer each question is at the largest size than at the smallest: one client, alone, through the data layer, medians. */
export function growth(runs: readonly Run[]): Record<string, number> {
  const alone = runs.filter((run) => run.layer === 'data' && run.clients === 1 && run.heartbeatsPerSecond === 0).toSorted((a, b) => a.scale - b.scale);
  const [smallest, largest] = [alone[0], alone.at(-1)];
  if (smallest === undefined || largest === undefined || smallest === largest) return {};
  const before = new Map(smallest.results.map(({ name, p50 }) => [name, p50]));
  return Object.fromEntries(
    largest.results.flatMap(({ name, p50 }) => {
      const small = before.get(name);
      return small === undefined || small === 0 ? [] : [[name, Math.round((p50 / small) * 100) / 100]];
    }),
  );
}
