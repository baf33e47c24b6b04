import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';

/** What in-page.mjs offers to the scripts that measure; times in milliseconds. */
interface Eyes {
  /** Since the page was asked for. */
  firstRows: Promise<number>;
  takenOver: Promise<number>;
  untilShown: (query: string) => Promise<void>;
  lookFor: (query: string) => void;
  /** Since the last press of a key. */
  shownAfter: Promise<number>;
  lookForEdit: (selector: string) => void;
  editedAfter: Promise<{ shown: number; confirmed: number }>;
  startWatching: () => void;
  stopWatching: () => number;
}

declare global {
  interface Window {
    eyes: Eyes;
  }
}

const SCREEN = { width: 1_440, height: 900 };

/** A page that looks at its own frames. */
export async function watchedPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: SCREEN, locale: 'en-US', timezoneId: 'UTC' });
  const page = await context.newPage();
  await page.addInitScript({ path: fileURLToPath(new URL('in-page.mjs', import.meta.url)) });
  return page;
}

/** The inventory with its rows, its scripts at work. */
export async function openInventory(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/resources`);
  await page.evaluate(() => window.eyes.takenOver);
}
