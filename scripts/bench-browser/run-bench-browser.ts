import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { askOverHttp } from '../bench/ask-over-http';
import { benchDatabase } from '../bench/bench-database';
import { firstViewGzipKB } from '../bench/first-view';
import { httpClient } from '../bench/http-client';
import { percentile } from '../bench/measure';
import { serveBuilt } from '../bench/serve-built';
import { underHeartbeats } from '../bench/steady-heartbeats';
import { warmConnections } from '../bench/warm-connections';
import { BROWSER_ARGS, findBrowser } from '../find-browser.mjs';
import { say, step } from '../progress.mjs';
import { endAll, endOnSignals } from '../shutdown.mjs';
import { tagEdits } from './editing';
import { openInventory, watchedPage } from './eyes';
import { firstRows } from './first-rows';
import { heapGrowth } from './heap-growth';
import { blankByDragging, blankByWheel } from './scrolling';
import { keystrokes } from './typing';

const SEED = 7;
const CLIENTS = 2;
/** Each resource is heard before it would count as idle. */
const HEARTBEAT_ROUND_SECONDS = 200;

endOnSignals(say);
const { values } = parseArgs({ options: { scale: { type: 'string', default: '1000000' }, minutes: { type: 'string', default: '10' } } });
const [scale, minutes] = [Number(values.scale), Number(values.minutes)];
if (!Number.isInteger(scale) || scale < 1_000) throw new Error('--scale takes a whole number from 1000 on');
if (!(minutes > 0)) throw new Error('--minutes takes a number above 0');

const fleet = { scale, seed: SEED };
const database = await benchDatabase(fleet);
const server = await serveBuilt(database.url);
const client = httpClient(server.url);
await step('Warming the connections', () => warmConnections(askOverHttp(client), fleet, CLIENTS));
client.close();
const executablePath = findBrowser(chromium.executablePath());
// A scrollbar is there to be dragged.
const browser = await chromium.launch({ args: BROWSER_ARGS, ignoreDefaultArgs: ['--hide-scrollbars'], ...(executablePath ? { executablePath } : {}) });

/** The 95th percentile and the median, said as they come. */
const p95 = (name: string, times: readonly number[]): number => {
  const sorted = times.toSorted((a, b) => a - b);
  say(`${name}: p50 ${percentile(sorted, 0.5)} ms, p95 ${percentile(sorted, 0.95)} ms of ${sorted.length}`);
  return percentile(sorted, 0.95);
};
const tenth = (figure: number): number => Math.round(figure * 10) / 10;

const page = await watchedPage(browser);
const firstRowsMs = p95('First rows', await firstRows(page, server.url));
const [byWheel, byDragging] = [await blankByWheel(page), await blankByDragging(page)];
say(`Longest blank: ${tenth(byWheel)} ms by wheel, ${tenth(byDragging)} ms by dragging`);
await openInventory(page, server.url);
const keystrokeP95Ms = p95('Keystroke to rows and facets', await keystrokes(page));
await openInventory(page, server.url);
const edits = await tagEdits(page);
const editShownMs = p95('Edit shown', edits.shown);
const editConfirmedMs = p95('Edit confirmed', edits.confirmed);
const domNodes = await page.evaluate(() => document.querySelectorAll('[role=grid] *').length);
let growthMB = 0;
await step(`Scrolling for ${minutes + 1} minutes while heartbeats arrive`, async () => {
  await underHeartbeats({ to: server.url, perSecond: Math.ceil(scale / HEARTBEAT_ROUND_SECONDS), ...fleet }, async () => {
    growthMB = await heapGrowth(page, minutes);
  });
});
const gzipKB = await firstViewGzipKB(server.url);
await browser.close();
await server.end();
await database.end();
await endAll(say);
console.log(
  JSON.stringify({
    scale,
    firstRowsMs,
    scrollBlankMs: tenth(Math.max(byWheel, byDragging)),
    keystrokeP95Ms,
    editShownMs,
    editConfirmedMs,
    domNodes,
    heapGrowthMB: tenth(growthMB),
    firstViewGzipKB: gzipKB,
  }),
);
