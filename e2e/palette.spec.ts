import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const inventory = (page: Page) => page.getByRole('grid', { name: 'Resources' });
const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' });
const box = (page: Page) => palette(page).getByRole('combobox');
const options = (page: Page) => palette(page).getByRole('option');
const chosen = (page: Page) => palette(page).getByRole('option', { selected: true });
const groupOf = (page: Page, name: RegExp) => palette(page).getByRole('group', { name });

async function shownRows(page: Page, count: number) {
  const mark = ownMark();
  const ids = await register(page.request, Array.from({ length: count }, (_, place) => ({ kind: 'host', name: `web-${mark}-${String(place).padStart(2, '0')}`, group: `group-${place % 2}` })));
  await page.goto(`/resources?q=${mark}`);
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', String(count));
  return { mark, ids };
}

async function ask(page: Page, text: string) {
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type(text);
}

test('a resource is found by its name on any page, counted, and opened by Enter', async ({ page }) => {
  const { mark, ids } = await shownRows(page, 11);
  await page.goto('/activity');
  await ask(page, `${mark}-0`);
  await expect(groupOf(page, /^Resources, 10$/).getByRole('option')).toHaveCount(9);
  await expect(options(page).first()).toContainText(`web-${mark}-00`);
  await expect(options(page).last()).toHaveText('Show all 10 in the inventory');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toContainText(`web-${mark}-02`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/resources/${ids[2]!}$`));
  await expect(palette(page)).toHaveCount(0);

  await ask(page, `web-${mark}-0`);
  await expect(options(page).last()).toHaveText('Show all 10 in the inventory');
  await page.keyboard.press('ArrowUp');
  await expect(chosen(page)).toHaveText('Show all 10 in the inventory');
  await page.keyboard.press('Enter');
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', '10');
});

test('pages and what can be done here are offered by groups, and done', async ({ page }) => {
  const { mark } = await shownRows(page, 3);
  await ask(page, '');
  await expect(palette(page).getByRole('group').first()).toHaveAccessibleName(/^On this page, \d+$/);
  await expect(groupOf(page, /^Go to, /).getByRole('option')).toHaveText([/^Inventory/, /^Activity/, /^The query language/, /^All keys/]);
  await page.keyboard.type('group rows by group');
  await expect(chosen(page)).toContainText('Group rows by group');
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('group')).toBe('group');
  await expect(inventory(page).getByRole('button', { name: 'Group group-0', exact: true })).toBeVisible();

  await ask(page, 'do not group');
  await page.keyboard.press('Enter');
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', '3');
  await ask(page, 'export');
  await expect(chosen(page)).toContainText('Export…');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('Download 3 resources');
  await page.keyboard.press('Escape');

  await inventory(page).getByRole('row').filter({ hasText: mark }).nth(1).focus();
  await page.keyboard.press('x');
  await ask(page, 'edit tags');
  await expect(chosen(page)).toContainText('Edit tags of 1 selected resource…');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /Edit tags/ })).toBeVisible();
});

test('saved views are offered with their counts, found by their slug too, and opened as they are saved', async ({ page, request }) => {
  const { mark } = await shownRows(page, 3);
  const saved = await request.post('/api/v1/views', { data: { name: `Own ${mark}`, q: `${mark} group:group-1`, group: 'group' } });
  expect(saved.status(), await saved.text()).toBe(201);
  const { slug } = (await saved.json()) as { slug: string };
  await page.goto('/activity');
  await ask(page, `view:${slug}`);
  await expect(groupOf(page, /^Views, 1$/).getByRole('option')).toHaveText([`Own ${mark}1`]);
  await page.keyboard.press('Enter');
  await expect(inventory(page).getByRole('button', { name: 'Group group-1', exact: true })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('view')).toBe(slug);
  await ask(page, 'everything');
  await expect(groupOf(page, /^Views, 1$/).getByRole('option')).toHaveText(['Everything']);
});

test('it changes the look', async ({ page }) => {
  await page.goto('/resources');
  await ask(page, 'theme dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await ask(page, 'theme system');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('it opens while one types and by its button, says what it does not find, and gives the focus back', async ({ page }) => {
  const { mark } = await shownRows(page, 2);
  await page.getByRole('combobox', { name: 'Search resources' }).focus();
  await ask(page, `no such thing as ${mark}`);
  await expect(palette(page)).toContainText(`Nothing is called no such thing as ${mark}`);
  await expect(options(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Search resources' })).toBeFocused();
  await page.getByRole('button', { name: /^Jump to/ }).click();
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Jump to/ })).toBeFocused();
});

test('what is typed is looked for as it stands', async ({ page }) => {
  const mark = ownMark();
  await register(page.request, [`${mark} "quoted" (x)`, `${mark} other`].map((name) => ({ kind: 'host', name })));
  await page.goto('/activity');
  await ask(page, `${mark} "quoted" (`);
  await expect(groupOf(page, /^Resources, 1$/).getByRole('option')).toHaveText([new RegExp(`${mark} "quoted" \\(x\\)`)]);
});

test('on a phone it is opened from the menu', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/resources');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog', { name: 'Menu' }).getByRole('button', { name: /^Jump to/ }).click();
  await expect(box(page)).toBeFocused();
  await expect(page.getByRole('dialog', { name: 'Menu' })).toHaveCount(0);
  expect(await palette(page).evaluate((element) => element.scrollWidth <= element.clientWidth && element.getBoundingClientRect().right <= 360)).toBe(true);
});
