import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const inventory = (page: Page) => page.getByRole('grid', { name: 'Resources' });
const nameAt = (mark: string, place: number) => `${mark}-${String(place).padStart(4, '0')}`;
const rowAt = (page: Page, mark: string, place: number) => inventory(page).getByRole('row').filter({ hasText: nameAt(mark, place) });
const panelOf = (page: Page, mark: string, place: number) => page.getByRole('dialog', { name: nameAt(mark, place), exact: true });
const anyPanel = (page: Page) => page.getByRole('dialog');
const addressOf = (page: Page) => new URL(page.url()).searchParams;

async function shownRows(page: Page, count: number) {
  const mark = ownMark();
  const hosts = Array.from({ length: count }, (_, place) => ({ kind: 'host', name: nameAt(mark, place), group: `group-${place % 3}`, labels: { 'host.id': `${mark}-id-${place}` }, tags: { env: 'prod' } }));
  const ids: string[] = [];
  for (let from = 0; from < count; from += 500) ids.push(...(await register(page.request, hosts.slice(from, from + 500))));
  await page.goto(`/resources?q=${mark}`);
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', String(count));
  await expect(rowAt(page, mark, 0)).toBeVisible();
  return { mark, ids };
}

test('Space shows a row beside the list, keys walk on with it, Escape gives the list back', async ({ page }) => {
  const { mark, ids } = await shownRows(page, 12);
  await rowAt(page, mark, 2).focus();
  await page.keyboard.press('Space');
  const panel = panelOf(page, mark, 2);
  await expect(panel).toContainText('3 of 12');
  await expect(panel.getByRole('region', { name: 'Labels' })).toContainText(`${mark}-id-2`);
  await expect(panel.getByRole('region', { name: 'History' })).toContainText('Registered');
  await expect.poll(() => addressOf(page).get('peek')).toBe(ids[2]!);
  await expect(rowAt(page, mark, 2)).toBeFocused();

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(panelOf(page, mark, 4)).toContainText('5 of 12');
  await expect(panelOf(page, mark, 4).getByRole('region', { name: 'Labels' })).toContainText(`${mark}-id-4`);
  await expect(rowAt(page, mark, 4)).toBeFocused();
  await expect.poll(() => addressOf(page).get('peek')).toBe(ids[4]!);

  await page.keyboard.press('Escape');
  await expect(anyPanel(page)).toHaveCount(0);
  await expect(rowAt(page, mark, 4)).toBeFocused();
  await expect.poll(() => addressOf(page).has('peek')).toBe(false);
  await page.keyboard.press('Space');
  await expect(panelOf(page, mark, 4)).toBeVisible();
  await page.keyboard.press('Space');
  await expect(anyPanel(page)).toHaveCount(0);
});

test('a click on a row shows it, on its name opens its page, and its box selects it', async ({ page }) => {
  const { mark, ids } = await shownRows(page, 4);
  await rowAt(page, mark, 1).getByText('host', { exact: true }).click();
  await expect(panelOf(page, mark, 1)).toContainText('2 of 4');
  await rowAt(page, mark, 3).getByText('host', { exact: true }).click();
  await expect(panelOf(page, mark, 3)).toContainText('4 of 4');
  await panelOf(page, mark, 3).getByRole('button', { name: 'Previous row' }).click();
  await expect(panelOf(page, mark, 2)).toContainText('3 of 4');
  await expect(rowAt(page, mark, 2)).toBeFocused();
  await panelOf(page, mark, 2).getByRole('button', { name: 'Close' }).click();
  await expect(anyPanel(page)).toHaveCount(0);
  await page.getByRole('checkbox', { name: `Select ${nameAt(mark, 0)}` }).click();
  await expect(page.getByRole('group', { name: 'Selection' })).toContainText('1 selected');
  await expect(anyPanel(page)).toHaveCount(0);
  await rowAt(page, mark, 1).getByRole('link', { name: nameAt(mark, 1) }).click();
  await expect(page).toHaveURL(new RegExp(`/resources/${ids[1]!}$`));
});

test('a cell keeps its column while the panel walks on, and Escape closes the panel before it leaves the cell', async ({ page }) => {
  const { mark } = await shownRows(page, 4);
  const cellOf = (place: number) => rowAt(page, mark, place).locator('[role=gridcell][data-column=kind]');
  await cellOf(1).click();
  await expect(panelOf(page, mark, 1)).toContainText('2 of 4');
  await expect(cellOf(1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(cellOf(2)).toBeFocused();
  await expect(panelOf(page, mark, 2)).toContainText('3 of 4');
  await page.keyboard.press('Escape');
  await expect(anyPanel(page)).toHaveCount(0);
  await expect(rowAt(page, mark, 2)).toBeFocused();
});

test('the address holds it: reload, back and forward, and Enter to the page and back', async ({ page }) => {
  const { mark, ids } = await shownRows(page, 6);
  await rowAt(page, mark, 3).focus();
  await page.keyboard.press('Space');
  await expect(panelOf(page, mark, 3)).toContainText('4 of 6');
  await page.reload();
  await expect(panelOf(page, mark, 3)).toContainText('4 of 6');
  await expect(rowAt(page, mark, 3)).toBeFocused();
  await page.keyboard.press('j');
  await expect(panelOf(page, mark, 4)).toContainText('5 of 6');
  await expect.poll(() => addressOf(page).get('peek')).toBe(ids[4]!);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: nameAt(mark, 4) })).toBeVisible();
  await page.goBack();
  await expect(panelOf(page, mark, 4)).toContainText('5 of 6');
  await page.goBack();
  await expect(anyPanel(page)).toHaveCount(0);
  await page.goForward();
  await expect(panelOf(page, mark, 4)).toBeVisible();
});

test('far down a long list it walks across windows, and a reload finds the place again', async ({ page }) => {
  const { mark } = await shownRows(page, 1_230);
  await rowAt(page, mark, 0).focus();
  await page.keyboard.press('End');
  await expect(rowAt(page, mark, 1_229)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(panelOf(page, mark, 1_229)).toContainText('1,230 of 1,230');
  await page.keyboard.press('Home');
  await expect(panelOf(page, mark, 0)).toContainText('1 of 1,230');
  for (let step = 0; step < 8; step++) await page.keyboard.press('PageDown');
  const walked = Number(await inventory(page).locator('[role=row]:focus').getAttribute('data-rank'));
  expect(walked).toBeGreaterThan(100);
  await expect(panelOf(page, mark, walked)).toContainText(`${walked + 1} of 1,230`);
  await expect(panelOf(page, mark, walked).getByRole('region', { name: 'History' })).toContainText('Registered');
  await page.reload();
  await expect(panelOf(page, mark, walked)).toContainText(`${walked + 1} of 1,230`);
  await expect(rowAt(page, mark, walked)).toBeFocused();
  await expect(rowAt(page, mark, walked)).toBeInViewport();
});

test('a shared address shows a resource far down the list in its place', async ({ page, browser, baseURL }) => {
  const { mark, ids } = await shownRows(page, 700);
  const other = await (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage();
  await other.goto(`/resources?q=${mark}&peek=${ids[650]!}`);
  await expect(panelOf(other, mark, 650)).toContainText('651 of 700');
  await expect(rowAt(other, mark, 650)).toBeInViewport();
  await other.context().close();
});

test('tags are edited in the panel, and shown in the row', async ({ page }) => {
  const { mark, ids } = await shownRows(page, 3);
  await rowAt(page, mark, 1).focus();
  await page.keyboard.press('Space');
  await expect(panelOf(page, mark, 1).getByRole('region', { name: 'History' })).toContainText('Registered');
  await page.keyboard.press('e');
  const editor = page.getByRole('combobox', { name: `Edit tags of ${nameAt(mark, 1)}` });
  await expect(editor).toHaveCount(1);
  await expect(panelOf(page, mark, 1).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('team=core jx');
  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await page.keyboard.press('e');
  await page.keyboard.type('team=core');
  await page.keyboard.press('Enter');
  await expect(panelOf(page, mark, 1).getByRole('region', { name: 'Tags' })).toContainText('team=core');
  await expect(panelOf(page, mark, 1).getByRole('region', { name: 'History' })).toContainText('team=core');
  await expect(rowAt(page, mark, 1)).toContainText('team=core');
  await page.keyboard.press('j');
  await expect(panelOf(page, mark, 2)).toContainText('3 of 3');
  const stored: { tags: Record<string, string> } = await (await page.request.get(`/api/v1/resources/${ids[1]!}`)).json();
  expect(stored.tags).toEqual({ env: 'prod', team: 'core' });
});

test('what is gone or retired is said in the panel', async ({ page, consoleErrors }) => {
  consoleErrors.expect(/404/);
  const { mark, ids } = await shownRows(page, 2);
  const unknown = '01900000-0000-7000-8000-000000000000';
  await page.goto(`/resources?q=${mark}&peek=${unknown}`);
  await expect(page.getByRole('dialog', { name: 'Resource' })).toContainText('This resource is gone');
  await expect(page.getByRole('dialog', { name: 'Resource' })).toContainText(unknown);
  await page.keyboard.press('Escape');
  await expect(anyPanel(page)).toHaveCount(0);
  expect((await page.request.delete(`/api/v1/resources/${ids[0]!}`)).status()).toBeLessThan(300);
  await page.goto(`/resources?q=${mark}&peek=${ids[0]!}`);
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', '1');
  await expect(panelOf(page, mark, 0)).toContainText('Retired on');
});

test('groups are walked over, and the panel stays with the last resource', async ({ page }) => {
  const { mark } = await shownRows(page, 6);
  await page.goto(`/resources?q=${mark}&group=group`);
  await inventory(page).getByRole('button', { name: 'Group group-0', exact: true }).click();
  await rowAt(page, mark, 3).focus();
  await page.keyboard.press('Space');
  await expect(panelOf(page, mark, 3)).toBeVisible();
  await page.keyboard.press('j');
  await expect(inventory(page).locator('[role=row]:focus')).toContainText('group-1');
  await expect(panelOf(page, mark, 3)).toBeVisible();
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await expect(panelOf(page, mark, 0)).toBeVisible();
});

test('on a phone it takes the screen, and gives it back', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const { mark } = await shownRows(page, 3);
  await rowAt(page, mark, 1).getByText('Online').click();
  const panel = panelOf(page, mark, 1);
  await expect(panel).toContainText('2 of 3');
  expect(await panel.evaluate((element) => [element.matches(':modal'), element.clientWidth, element.clientHeight])).toEqual([true, 360, 740]);
  await panel.getByRole('button', { name: 'Next row' }).click();
  await expect(panelOf(page, mark, 2)).toContainText('3 of 3');
  await panelOf(page, mark, 2).getByRole('button', { name: 'Close' }).click();
  await expect(anyPanel(page)).toHaveCount(0);
});
