import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const inventory = (page: Page) => page.getByRole('grid', { name: 'Resources' });
const selection = (page: Page) => page.getByRole('group', { name: 'Selection' });
const nameAt = (mark: string, place: number) => `${mark}-${String(place).padStart(4, '0')}`;
const rowAt = (page: Page, mark: string, place: number) => inventory(page).getByRole('row').filter({ hasText: nameAt(mark, place) });
const boxAt = (page: Page, mark: string, place: number) => page.getByRole('checkbox', { name: `Select ${nameAt(mark, place)}` });
const pageBox = (page: Page) => inventory(page).getByRole('checkbox', { name: 'Select the rows on this page' });

async function shownRows(page: Page, count: number) {
  const mark = ownMark();
  await register(page.request, Array.from({ length: count }, (_, place) => ({ kind: 'host', name: nameAt(mark, place) })));
  await page.goto(`/resources?q=${mark}`);
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', String(count));
  return mark;
}

/** Which of the rows in sight are selected. */
const selectedPlaces = async (page: Page) => (await inventory(page).locator('[aria-selected=true]').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-rank'))))).sort((a, b) => a - b);

test('boxes select rows, and Shift selects a range that can be drawn again', async ({ page }) => {
  const mark = await shownRows(page, 12);
  await expect(inventory(page)).toHaveAttribute('aria-multiselectable', 'true');
  await boxAt(page, mark, 2).click();
  await expect(selection(page)).toContainText('1 selected');
  await expect(pageBox(page)).toHaveAttribute('aria-checked', 'mixed');
  await boxAt(page, mark, 6).click({ modifiers: ['Shift'] });
  await expect(selection(page)).toContainText('5 selected');
  expect(await selectedPlaces(page)).toEqual([2, 3, 4, 5, 6]);
  await rowAt(page, mark, 4).getByText('host', { exact: true }).click({ modifiers: ['Shift'] });
  await expect(selection(page)).toContainText('3 selected');
  expect(await selectedPlaces(page)).toEqual([2, 3, 4]);
  await boxAt(page, mark, 3).click();
  expect(await selectedPlaces(page)).toEqual([2, 4]);
  await expect(rowAt(page, mark, 3)).toHaveAttribute('aria-selected', 'false');
  await selection(page).getByRole('button', { name: 'Clear' }).click();
  await expect(selection(page)).toHaveCount(0);
  expect(await selectedPlaces(page)).toEqual([]);
});

test('by keyboard alone: x, Shift with arrows, Control-A, Escape', async ({ page }) => {
  const mark = await shownRows(page, 8);
  await rowAt(page, mark, 1).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selection(page)).toContainText('3 selected');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(selection(page)).toContainText('2 selected');
  expect(await selectedPlaces(page)).toEqual([1, 2]);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  expect(await selectedPlaces(page)).toEqual([1, 2, 5]);
  await page.keyboard.press('Control+a');
  await expect(selection(page)).toContainText('8 selected, all that match');
  await expect(pageBox(page)).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('Escape');
  await expect(selection(page)).toHaveCount(0);
  await expect(rowAt(page, mark, 5)).toBeFocused();
});

test('rows stay selected out of sight, and a range reaches over rows that were never shown', async ({ page }) => {
  const mark = await shownRows(page, 1_300);
  await boxAt(page, mark, 0).click();
  await boxAt(page, mark, 2).click();
  await inventory(page).evaluate((grid) => {
    grid.scrollTop = 1_000 * 32;
  });
  await expect(rowAt(page, mark, 1_005)).toBeVisible();
  await expect(selection(page)).toContainText('2 selected');
  await boxAt(page, mark, 1_005).click({ modifiers: ['Shift'] });
  await expect(selection(page)).toContainText('1,005 selected');
  await inventory(page).evaluate((grid) => {
    grid.scrollTop = 0;
  });
  await expect(rowAt(page, mark, 0)).toHaveAttribute('aria-selected', 'true');
  await expect(rowAt(page, mark, 1)).toHaveAttribute('aria-selected', 'false');
  await expect(rowAt(page, mark, 3)).toHaveAttribute('aria-selected', 'true');
});

test('a page is selected first; all that match are a second step that names them, and some can be left out', async ({ page }) => {
  const mark = await shownRows(page, 250);
  await pageBox(page).click();
  await expect(selection(page)).toContainText('100 selected');
  await selection(page).getByRole('button', { name: 'Select all 250 matching this query' }).click();
  await expect(selection(page)).toContainText('250 selected, all that match');
  await boxAt(page, mark, 4).click();
  await expect(selection(page)).toContainText('249 selected');
  await expect(selection(page)).not.toContainText('all that match');
  await expect(rowAt(page, mark, 4)).toHaveAttribute('aria-selected', 'false');
  await expect(pageBox(page)).toHaveAttribute('aria-checked', 'mixed');
  await inventory(page).evaluate((grid) => {
    grid.scrollTop = 200 * 32;
  });
  await expect(rowAt(page, mark, 205)).toHaveAttribute('aria-selected', 'true');
});

test('another query selects nothing, another order keeps what is selected', async ({ page }) => {
  const mark = await shownRows(page, 6);
  await boxAt(page, mark, 1).click();
  await inventory(page).getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=-name/);
  await expect(rowAt(page, mark, 1)).toHaveAttribute('aria-rowindex', '5');
  await expect(rowAt(page, mark, 1)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: 'host', exact: true }).click();
  await expect(page).toHaveURL(/kind:host/);
  await expect(selection(page)).toHaveCount(0);
  expect(await selectedPlaces(page)).toEqual([]);
  await page.goBack();
  await expect(page).not.toHaveURL(/kind:host/);
  await expect(selection(page)).toHaveCount(0);
});

test('on a narrow screen rows are selected by a thumb, and all that match are within reach', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  const mark = await shownRows(page, 120);
  const box = await boxAt(page, mark, 0).boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(40);
  expect(box?.height).toBeGreaterThanOrEqual(40);
  await boxAt(page, mark, 0).click();
  await selection(page).getByRole('checkbox').click();
  await expect(selection(page)).toContainText('100 selected');
  await selection(page).getByRole('button', { name: 'Select all 120 matching this query' }).click();
  await expect(selection(page)).toContainText('120 selected, all that match');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
