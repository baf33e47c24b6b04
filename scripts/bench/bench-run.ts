import { measure, type Question, type Result } from './measure';

export interface Run {
  scale: number;
  layer: 'data' | 'http';
  clients: number;
  heartbeatsPerSecond: number;
  results: (Result & { sqlP50?: number })[];
  /** The longest the event loop of the answering process was held up meanwhile, and what 99 % of its turns stayed under; milliseconds. */
  eventLoopMax?: number;
  eventLoopP99?: number;
}

export type Case = Omit<Run, 'results'>;

/** Asks every question in turn, and prints each answer's times as they come. */
export async function benchRun(about: Case, questions: readonly Question[]): Promise<Run> {
  console.log(`\n${titleOf(about)}; milliseconds\n${'question'.padEnd(20)}${['p50', 'p95'].map((head) => head.padStart(10)).join('')}`);
  const results: Run['results'] = [];
  for (const question of questions) {
    const result = await measure(question, { clients: about.clients });
    results.push(result);
    console.log(`${result.name.padEnd(20)}${[result.p50, result.p95].map((figure) => figure.toFixed(1).padStart(10)).join('')}`);
  }
  return { ...about, results };
}

/** The same runs with the time of the same question in SQL beside each. */
export function besideSql(runs: readonly Run[], sqlP50: ReadonlyMap<string, number>): Run[] {
  const beside = (result: Result) => {
    const sql = sqlP50.get(result.name);
    return sql === undefined ? result : { ...result, sqlP50: sql };
  };
  return runs.map((run) => ({ ...run, results: run.results.map(beside) }));
}

function titleOf({ scale, layer, clients, heartbeatsPerSecond }: Case): string {
  const where = layer === 'http' ? 'over HTTP' : 'through the data layer';
  return `${scale} resources ${where}, ${clients} client${clients === 1 ? '' : 's'}, ${heartbeatsPerSecond} heartbeats a second`;
}
