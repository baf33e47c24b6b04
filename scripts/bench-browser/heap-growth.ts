import type { CDPSession, Page } from '@playwright/test';
import { say } from '../progress.mjs';
import { wheelDownAndUp } from './scrolling';

const BYTES_PER_MB = 1_000_000;
const MS_PER_MINUTE = 60_000;

/** By how many MB what the page's scripts hold grows while somebody scrolls; the first minute's growth is what a list in use needs. */
export async function heapGrowth(page: Page, minutes: number): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  const scroll = async (until: number) => {
    while (performance.now() < until) await wheelDownAndUp(page);
  };
  await scroll(performance.now() + MS_PER_MINUTE);
  const before = await heapMB(devtools);
  await scroll(performance.now() + minutes * MS_PER_MINUTE);
  const after = await heapMB(devtools);
  say(`The page's scripts held ${before.toFixed(1)} MB, then ${after.toFixed(1)} MB`);
  return after - before;
}

async function heapMB(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / BYTES_PER_MB;
}
