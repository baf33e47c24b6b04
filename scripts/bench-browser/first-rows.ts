import type { Page } from '@playwright/test';
import { openInventory } from './eyes';

const ROUNDS = 20;

/** From each asking for the inventory to the frame with its first rows, in a browser that has been there before. */
export async function firstRows(page: Page, url: string): Promise<number[]> {
  const times: number[] = [];
  await openInventory(page, url);
  for (let round = 0; round < ROUNDS; round++) {
    await openInventory(page, url);
    times.push(await page.evaluate(() => window.eyes.firstRows));
  }
  return times;
}
