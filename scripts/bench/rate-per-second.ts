const MEASURE_MS = 10_000;

export interface RateOptions {
  clients: number;
  /** Goes on until so many are done, however long that takes. */
  atLeast?: number;
  /** Ten seconds unless given. */
  measureMs?: number;
}

/** What the work of all clients counts, a second, from its start to the end of what follows it. */
export async function ratePerSecond({ clients, atLeast = 0, measureMs = MEASURE_MS }: RateOptions, work: () => Promise<number>, finish?: () => Promise<void>): Promise<number> {
  const start = performance.now();
  let done = 0;
  const client = async () => {
    while (done < atLeast || performance.now() - start < measureMs) {
      // Not `done += await work()`: that reads `done` before it waits, and forgets what others did meanwhile.
      const count = await work();
      done += count;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await finish?.();
  return Math.round((done / (performance.now() - start)) * 1_000);
}
