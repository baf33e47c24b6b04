import type { Page } from '@playwright/test';

/** Words and parts of words that names and values have. */
const TYPED = ['checkout', 'worker', 'eu-west', 'gateway', 'payments', 'billing'];

/** From each key to the frame with the rows and the facets of what stands there then. */
export async function keystrokes(page: Page): Promise<number[]> {
  const box = page.getByRole('combobox', { name: 'Search resources' });
  const times: number[] = [];
  for (const word of TYPED) {
    await showAll(page);
    await box.focus();
    for (const [at, key] of [...word].entries()) {
      await page.evaluate((query) => window.eyes.lookFor(query), word.slice(0, at + 1));
      await page.keyboard.type(key);
      times.push(await page.evaluate(() => window.eyes.shownAfter));
    }
  }
  return times;
}

async function showAll(page: Page): Promise<void> {
  const clear = page.getByRole('button', { name: 'Clear the query' });
  if (await clear.isVisible()) await clear.click();
  await page.evaluate(() => window.eyes.untilShown(''));
}
