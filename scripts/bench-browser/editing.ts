import type { Page } from '@playwright/test';

const ROUNDS = 30;

/** One tag added in the row that is first, again and again: until it is shown, and until the server has said that it is stored. */
export async function tagEdits(page: Page): Promise<{ shown: number[]; confirmed: number[] }> {
  const [shown, confirmed]: [number[], number[]] = [[], []];
  const row = page.getByRole('grid', { name: 'Resources' }).getByRole('row').nth(1);
  for (let round = 0; round < ROUNDS; round++) {
    await row.getByRole('button', { name: /^Edit tags of/ }).press('Enter');
    await row.getByRole('combobox', { name: /^Edit tags of/ }).fill(`bench=${round}`);
    await page.evaluate((selector) => window.eyes.lookForEdit(selector), `.chip[title="bench=${round}"]`);
    await page.keyboard.press('Enter');
    const time = await page.evaluate(() => window.eyes.editedAfter);
    shown.push(time.shown);
    confirmed.push(time.confirmed);
  }
  return { shown, confirmed };
}
