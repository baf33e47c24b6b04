const WARM_UP = 10;
const MOST_REQUESTS = 100;
const MOST_MS = 3_000;

/** One question of the benchmark, asked over and over; `round` varies it, so that no answer is simply kept. */
export interface Question {
  name: string;
  /** Untimed, before each round. */
  prepare?: (round: number) => Promise<void>;
  ask: (round: number) => Promise<unknown>;
  /** Asked this often by one client, without warming up: for what takes seconds. */
  times?: number;
}

/** Milliseconds. */
export interface Result {
  name: string;
  p50: number;
  p95: number;
}

export interface MeasureOptions {
  /** How many ask at once. */
  clients?: number;
  /** Answers that come first and do not count. */
  warmUp?: number;
}

/** Asks until 100 answers have come or 3 s have passed. */
export async function measure(question: Question, options: MeasureOptions = {}): Promise<Result> {
  const { name, prepare, ask, times: most = MOST_REQUESTS } = question;
  const { clients = 1, warmUp = WARM_UP } = question.times === undefined ? options : { warmUp: 0 };
  let round = 0;
  const times: number[] = [];
  const one = async () => {
    const own = round++;
    await prepare?.(own);
    const start = performance.now();
    await ask(own);
    return performance.now() - start;
  };
  for (let each = 0; each < warmUp; each++) await one();
  const until = performance.now() + MOST_MS;
  const client = async () => {
    while (times.length < most && performance.now() < until) times.push(await one());
  };
  await Promise.all(Array.from({ length: clients }, client));
  times.sort((a, b) => a - b);
  return { name, p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/** The smallest time that this share of all times does not exceed, to a tenth of a millisecond. */
export function percentile(sorted: readonly number[], share: number): number {
  const time = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return Math.round(time * 10) / 10;
}
