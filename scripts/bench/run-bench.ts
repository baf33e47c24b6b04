import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { say, step } from '../progress.mjs';
import { endAll, endOnSignals } from '../shutdown.mjs';
import { benchData } from './bench-data';
import { benchDatabase } from './bench-database';
import { benchHttp, type HttpReport } from './bench-http';
import { besideSql, type Run } from './bench-run';
import { benchSql } from './bench-sql';
import { growth } from './growth';
import { timeDemo } from './time-demo';

const SEED = 7;
const SCALES = [10_000, 100_000, 1_000_000];
const LOAD = { clients: [1, 8], heartbeatsPerSecond: 10_000 };

endOnSignals(say);
const { values } = parseArgs({ options: { scale: { type: 'string' }, 'no-demo': { type: 'boolean', default: false } } });
const scales = values.scale === undefined ? SCALES : [Number(values.scale)];
if (!scales.every((scale) => Number.isInteger(scale) && scale >= 100)) throw new Error('--scale takes a whole number from 100 on');

say(`${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1)}; requests, web server and PostgreSQL share them`);
const runs: Run[] = [];
let http: HttpReport | undefined;
let heartbeatsOfData = 0;
for (const scale of scales) {
  const fleet = { scale, seed: SEED };
  const database = await benchDatabase(fleet);
  // The server comes first: it is the one that notices what has fallen silent.
  http = await benchHttp(database.url, fleet, LOAD);
  const data = await benchData(database.url, fleet, LOAD);
  const sqlP50 = await benchSql(database.url, fleet);
  heartbeatsOfData = data.heartbeats;
  runs.push(...besideSql([...data.runs, ...http.runs], sqlP50));
  await database.end();
}
const demo = values['no-demo'] ? {} : await step('Timing npm run demo in a fresh clone, then once more', timeDemo);
await endAll(say);
// Figures that are not of one question are those of the largest size.
const heartbeats = { data: heartbeatsOfData, http: http?.heartbeats };
console.log(JSON.stringify({ ...http, runs, heartbeats, growth: growth(runs), ...demo }));
