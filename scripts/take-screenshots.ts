import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { benchDatabase } from './bench/bench-database';
import { serveBuilt } from './bench/serve-built';
import { BROWSER_ARGS, findBrowser } from './find-browser.mjs';
import { say } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { endAll, endOnSignals } from './shutdown.mjs';

interface Picture {
  name: string;
  path: string;
  /** Seen before the picture is taken. */
  row: 'grid' | 'table';
  dark?: boolean;
  narrow?: boolean;
  /** Done before the picture is taken. */
  after?: (page: Page) => Promise<void>;
}

const MOST_BYTES = 200_000;
const DESKTOP = { width: 1_280, height: 660 };
const PHONE = { width: 390, height: 780 };

endOnSignals(say);
const database = await benchDatabase({ scale: 10_000, seed: 7 });
const fleet = await serveBuilt(database.url);
const host = await hostWithChildren(fleet.url);
const executablePath = findBrowser(chromium.executablePath());
const browser = await chromium.launch({ args: BROWSER_ARGS, ...(executablePath ? { executablePath } : {}) });
try {
  await mkdir(join(PROJECT_ROOT, 'docs'), { recursive: true });
  const pictures: Picture[] = [
    { name: 'inventory-light', path: '/resources?q=kind%3Acontainer+tag%3Aenv%3Dprod', row: 'grid' },
    { name: 'inventory-dark', path: '/resources?q=kind%3Ahost', row: 'grid', dark: true },
    { name: 'inventory-grouped', path: '/resources?group=environment%2Ckind', row: 'grid', after: openTwoGroups },
    { name: 'inventory-peek', path: `/resources?q=kind%3Ahost+tag%3Aenv&peek=${host}`, row: 'grid' },
    { name: 'inventory-bulk-preview', path: '/resources?q=kind%3Ahost+tag%3Aenv', row: 'grid', after: previewEdit },
    { name: 'inventory-narrow', path: '/resources', row: 'grid', narrow: true },
    { name: 'resource-light', path: `/resources/${host}`, row: 'table' },
  ];
  for (const picture of pictures) await take(browser, fleet.url, picture);
} finally {
  await browser.close();
  await endAll(say);
}

async function take(from: Browser, url: string, { name, path, row, dark = false, narrow = false, after }: Picture): Promise<void> {
  const file = join(PROJECT_ROOT, 'docs', `${name}.png`);
  const context = await from.newContext({ viewport: narrow ? PHONE : DESKTOP, colorScheme: dark ? 'dark' : 'light', locale: 'en-US', timezoneId: 'UTC', reducedMotion: 'reduce' });
  const page = await context.newPage();
  // A page that follows its rows is never idle.
  await page.route('**/api/trpc/live.rows*', (route) => route.abort());
  await page.goto(`${url}${path}`);
  await page.getByRole(row).getByRole('row').nth(3).waitFor();
  await after?.(page);
  // Rows on their way are no picture.
  await page.waitForFunction(() => document.querySelector('[role=row][aria-busy=true]') === null);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  await context.close();
  const { size } = await stat(file);
  if (size > MOST_BYTES) throw new Error(`${file} has ${size} bytes; at most ${MOST_BYTES} are kept in the repository`);
  say(`✓ docs/${name}.png, ${Math.round(size / 1_000)} kB`);
}

async function openTwoGroups(page: Page): Promise<void> {
  for (const name of ['Environment prod', 'Kind host']) await page.getByRole('button', { name, exact: true }).click();
}

/** One tag for all hosts: new to some of them, another value for others. */
async function previewEdit(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Select the rows on this page' }).click();
  await page.getByRole('button', { name: /^Select all/ }).click();
  await page.getByRole('button', { name: 'Edit tags…' }).click();
  const line = page.getByRole('combobox', { name: 'Set or remove a tag' });
  for (const edit of ['env=prod', 'team=core']) {
    await line.fill(edit);
    await line.press('Enter');
  }
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await page.getByRole('heading', { name: 'What will happen' }).waitFor();
}

/** The first host by name that has containers and tags to show. */
async function hostWithChildren(url: string): Promise<string> {
  const query = new URLSearchParams({ q: 'kind:host tag:env tag:team tag:critical status:Online', limit: '50' });
  const { items }: { items: { id: string; childCount: number }[] } = await (await fetch(`${url}/api/v1/resources?${query}`)).json();
  const found = items.find((item) => item.childCount >= 8);
  if (found === undefined) throw new Error('the fleet has no host with children');
  return found.id;
}
