import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { expect } from './fixtures';
import { ownMark, register } from './register';

export type Tags = Record<string, string>;

/** Resources of this test alone, with columns for two tags and a field that is not edited. */
export async function shownCells(page: Page, request: APIRequestContext, tags: readonly Tags[]) {
  const mark = ownMark();
  const ids = await register(request, tags.map((own, i) => ({ kind: 'host', name: `${mark}-${i}`, tags: own })));
  await page.goto(addressOf(mark));
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(tags.length));
  return { mark, ids };
}

export const addressOf = (mark: string) => `/resources?q=${mark}&sort=name&columns=name,kind,tag:team,tag:env,last_seen`;
export const grid = (page: Page) => page.getByRole('grid', { name: 'Resources' });
export const cell = (page: Page, rank: number, column: string): Locator => grid(page).locator(`[data-rank="${rank}"] [role=gridcell][data-column="${column}"]`);
export const editor = (page: Page, column: string, name: string) => page.getByRole('combobox', { name: `${column} of ${name}` });
export const line = (page: Page) => page.locator('.edit-line');

/** The script of the cells comes after the page: a cell is pressed until its editor is there. */
export async function openCell(page: Page, rank: number, column: string, name: string): Promise<Locator> {
  await cell(page, rank, column).focus();
  await expect(async () => {
    await page.keyboard.press('F2');
    await expect(editor(page, column, name)).toBeFocused({ timeout: 500 });
  }).toPass();
  return editor(page, column, name);
}

/** Waits for the script of the cells by opening and leaving an editor. */
export async function cellsReady(page: Page, mark: string) {
  await openCell(page, 0, 'tag:team', `${mark}-0`);
  await page.keyboard.press('Escape');
  await expect(cell(page, 0, 'tag:team')).toBeFocused();
}

export async function storedTags(request: APIRequestContext, ids: readonly string[]): Promise<Tags[]> {
  return Promise.all(ids.map(async (id) => ((await (await request.get(`/api/v1/resources/${id}`)).json()) as { tags: Tags }).tags));
}

export const stored = (request: APIRequestContext, ids: readonly string[]) => expect.poll(() => storedTags(request, ids));
export const patchTags = (request: APIRequestContext, id: string | undefined, data: object) => request.patch(`/api/v1/resources/${id}/tags`, { data });
