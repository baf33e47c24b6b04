import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const inventory = (page: Page) => page.getByRole('grid', { name: 'Resources' });
const rowOf = (page: Page, name: string) => inventory(page).getByRole('row').filter({ hasText: name });
const search = (page: Page) => page.getByRole('combobox', { name: 'Search resources' });
const keys = (page: Page) => page.getByRole('dialog', { name: 'Keys', exact: true });
const selection = (page: Page) => page.getByRole('group', { name: 'Selection' });

async function shownRows(page: Page) {
  const mark = ownMark();
  await register(page.request, Array.from({ length: 4 }, (_, place) => ({ kind: 'host', name: `${mark}-${place}`, tags: { env: 'prod' } })));
  await page.goto(`/resources?q=${mark}`);
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', '4');
  await expect(rowOf(page, `${mark}-0`)).toBeVisible();
  return mark;
}

test('the list by keys alone: j and k move, x selects, e edits tags, / searches', async ({ page }) => {
  const mark = await shownRows(page);
  await page.keyboard.press('j');
  await expect(rowOf(page, `${mark}-0`)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(rowOf(page, `${mark}-1`)).toBeFocused();
  await page.keyboard.press('x');
  await expect(selection(page)).toContainText('1 selected');
  await expect(rowOf(page, `${mark}-1`)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(selection(page)).toHaveCount(0);
  await page.keyboard.press('e');
  const editor = page.getByRole('combobox', { name: `Edit tags of ${mark}-1` });
  await expect(editor).toBeFocused();
  await page.keyboard.type('jx/?=e');
  await expect(editor).toHaveValue('jx/?=e');
  await expect(keys(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
});

test('no key acts in the search box', async ({ page }) => {
  const mark = await shownRows(page);
  await page.keyboard.press('/');
  await page.keyboard.press('End');
  await page.keyboard.type(' jkxe?/');
  await expect(search(page)).toHaveValue(`${mark} jkxe?/`);
  await expect(keys(page)).toHaveCount(0);
  await expect(selection(page)).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('? shows all keys, on every page, and Escape gives the focus back', async ({ page }) => {
  const mark = await shownRows(page);
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  await expect(keys(page).getByRole('heading', { level: 3 })).toHaveText(['Everywhere', 'In the list', 'In a cell', 'Selecting rows', 'On the page of a resource']);
  await expect(keys(page).getByRole('term').filter({ hasText: /^Next row$/ }).locator('xpath=following-sibling::dd')).toHaveText('Jor↓');
  // While it is open, the list behind it hears nothing.
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await expect(selection(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(keys(page)).toHaveCount(0);
  await expect(rowOf(page, `${mark}-0`)).toBeFocused();
  await page.keyboard.press('?');
  await expect(keys(page)).toBeVisible();
  await page.keyboard.press('?');
  await expect(keys(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'all keys' }).click();
  await expect(keys(page)).toBeVisible();
  await page.goto('/activity');
  await page.keyboard.press('?');
  await expect(keys(page)).toBeVisible();
});

test('the page of a resource by keys: e, u, Escape', async ({ page }) => {
  const mark = ownMark();
  await register(page.request, [{ kind: 'host', name: `${mark}-host` }, { kind: 'container', name: `${mark}-box`, parent: { kind: 'host', name: `${mark}-host` } }]);
  await page.goto(`/resources?q=${mark}`);
  await rowOf(page, `${mark}-box`).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `${mark}-box` })).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.getByRole('combobox', { name: `Edit tags of ${mark}-box` })).toBeFocused();
  await page.keyboard.type('u=1');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: `Edit tags of ${mark}-box` })).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1, name: `${mark}-host` })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', '2');
});
