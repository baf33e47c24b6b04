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
      const shown = page.evaluate(([pressed, query]) => window.eyes.afterKey(pressed, query), [key, word.slice(0, at + 1)] as const);
      await page.keyboard.type(key);
      times.push(await shown);
    }
  }
  return times;
}

async function showAll(page: Page): Promise<void> {
  const clear = page.getByRole('button', { name: 'Clear the query' });
  if (await clear.isVisible()) await clear.click();
  await page.evaluate(() => window.eyes.untilShown(''));
}
