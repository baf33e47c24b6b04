import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { say, step } from '../progress.mjs';
import { endAll, endOnSignals } from '../shutdown.mjs';
import { firstViewGzipKB } from './first-view';
import { httpClient } from './http-client';
import { httpQuestions } from './http-questions';
import { measure, type Result } from './measure';
import { serveFleet } from './serve-fleet';
import { timeDemo } from './time-demo';

const SEED = 7;
const SCALES = [10_000];

interface Run {
  scale: number;
  layer: 'http';
  clients: number;
  results: Result[];
}

endOnSignals(say);
const { values } = parseArgs({ options: { scale: { type: 'string' }, 'no-demo': { type: 'boolean', default: false } } });
const scales = values.scale === undefined ? SCALES : [Number(values.scale)];
if (!scales.every((scale) => Number.isInteger(scale) && scale >= 100)) throw new Error('--scale takes a whole number from 100 on');

const runs: Run[] = [];
let firstView = 0;
say(`${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1)}; requests, web server and PostgreSQL share them`);
for (const scale of scales) {
  const fleet = await serveFleet({ scale, seed: SEED });
  firstView = await firstViewGzipKB(fleet.url);
  runs.push(await runHttp(fleet.url, scale, 1));
  await fleet.end();
}
const demo = values['no-demo'] ? {} : await step('Timing npm run demo in a fresh clone, then once more', timeDemo);
await endAll(say);
console.log(JSON.stringify({ runs, ...demo, firstViewGzipKB: firstView }));

async function runHttp(url: string, scale: number, clients: number): Promise<Run> {
  const client = httpClient(url);
  const results: Result[] = [];
  console.log(`\n${scale} resources over HTTP, ${clients} client${clients === 1 ? '' : 's'}; milliseconds\n${'question'.padEnd(20)}${'p50'.padStart(9)}${'p95'.padStart(9)}`);
  for (const question of httpQuestions(client, { scale, seed: SEED })) {
    const result = await measure(question, clients);
    results.push(result);
    console.log(`${result.name.padEnd(20)}${result.p50.toFixed(1).padStart(9)}${result.p95.toFixed(1).padStart(9)}`);
  }
  client.close();
  return { scale, layer: 'http', clients, results };
}
