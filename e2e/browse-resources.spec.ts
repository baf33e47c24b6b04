import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';
import { startProduct } from './start-product';

const inventory = (page: Page) => page.getByRole('grid', { name: 'Resources' });
const focusedRow = (page: Page) => page.locator('[role=row]:focus');
/** Names that sort as their numbers do. */
const nameAt = (mark: string, place: number) => `${mark}-${String(place).padStart(4, '0')}`;

const registerMany = (request: Parameters<typeof register>[0], mark: string, count: number, more: Record<string, unknown> = {}) =>
  register(request, Array.from({ length: count }, (_, place) => ({ kind: 'host', name: nameAt(mark, place), ...more })));

test('the first rows and their counts are in the document before any script has run', async ({ request }) => {
  const mark = ownMark();
  await registerMany(request, mark, 3);
  const document = await (await request.get(`/resources?q=${mark}`)).text();
  for (const place of [0, 1, 2]) expect(document).toContain(`aria-label="${nameAt(mark, place)}"`);
  expect(document).toContain('aria-rowcount="3"');
});

test('every match is reached: the last row by End, the first by Home, all others in between', async ({ page, request }) => {
  const mark = ownMark();
  await registerMany(request, mark, 1_300);
  await page.goto(`/resources?q=${mark}`);
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', '1300');
  await inventory(page).getByRole('link', { name: nameAt(mark, 0) }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('End');
  await expect(focusedRow(page)).toContainText(nameAt(mark, 1_299));
  await expect(focusedRow(page)).toHaveAttribute('aria-rowindex', '1300');
  await expect(page.getByText('of 1,300', { exact: false }).last()).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(focusedRow(page)).toContainText(nameAt(mark, 1_298));
  await page.keyboard.press('Home');
  await expect(focusedRow(page)).toContainText(nameAt(mark, 0));

  // Dragged to the middle.
  await inventory(page).evaluate((grid) => {
    grid.scrollTop = 650 * 32;
  });
  await expect(inventory(page).getByRole('row').filter({ hasText: nameAt(mark, 655) })).toHaveAttribute('aria-rowindex', '656');
  expect(await inventory(page).getByRole('row').count()).toBeLessThan(80);
});

test('the top of a list needs its first page alone; after a jump what is in sight is asked for first, then what is near it', async ({ page, request }) => {
  const mark = ownMark();
  await registerMany(request, mark, 1_300);
  const asked: number[] = [];
  page.on('request', (each) => {
    if (each.url().includes('resources.window')) asked.push(Number(/"start":(\d+)/.exec(each.postData() ?? '')?.[1]));
  });
  await page.goto(`/resources?q=${mark}`);
  await expect(inventory(page).getByRole('link', { name: nameAt(mark, 0) })).toBeVisible();
  await inventory(page).evaluate((grid) => {
    grid.scrollTop = 650 * 32;
  });
  await expect(inventory(page).getByRole('row').filter({ hasText: nameAt(mark, 655) })).toHaveAttribute('aria-rowindex', '656');
  await expect.poll(() => asked).toEqual([600, 500, 700]);
});

test('far down the list the same elements show other rows, and the row with the focus keeps its own', async ({ page, request }) => {
  const mark = ownMark();
  await registerMany(request, mark, 1_300);
  await page.goto(`/resources?q=${mark}`);
  await inventory(page).getByRole('link', { name: nameAt(mark, 0) }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(focusedRow(page)).toContainText(nameAt(mark, 1));
  const row = (place: number) => inventory(page).getByRole('row').filter({ hasText: nameAt(mark, place) });
  const before = await row(5).elementHandle();
  await inventory(page).evaluate((grid) => {
    grid.scrollTop = 650 * 32;
  });
  await expect(row(655)).toHaveAttribute('aria-rowindex', '656');
  expect(await before?.evaluate((element) => element.isConnected && element.textContent)).toContain(`${mark}-06`);
  await expect(focusedRow(page)).toContainText(nameAt(mark, 1));
});

test('who was focused in a row of one list is in no row of the next, unless it is the same', async ({ page, request }) => {
  const mark = ownMark();
  await registerMany(request, mark, 5);
  await page.goto(`/resources?q=${mark}`);
  const first = inventory(page).getByRole('row').filter({ hasText: mark }).first();
  const name = (place: number) => inventory(page).getByRole('link', { name: nameAt(mark, place) });
  await inventory(page).getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(first).toContainText(nameAt(mark, 4));
  await name(4).focus();
  await page.goBack();
  await expect(first).toContainText(nameAt(mark, 0));
  await expect(page.locator('body')).toBeFocused();
  await page.keyboard.press('j');
  await expect(focusedRow(page)).toContainText(nameAt(mark, 0));
  await name(2).focus();
  await page.goForward();
  await expect(first).toContainText(nameAt(mark, 4));
  await expect(name(2)).toBeFocused();
});

test('a row says what the resource is: kind, status, group, parent, tags and when it was seen', async ({ page, request }) => {
  const mark = ownMark();
  const seenAt = new Date(Date.now() - 3 * 86_400_000).toISOString();
  const [hostId = ''] = await register(request, [{ kind: 'host', name: `${mark}-host` }]);
  await register(request, [{ kind: 'container', name: `${mark}-web`, group: 'checkout', parent: hostId, tags: { env: 'prod', drain: '' }, seenAt }]);
  await page.goto(`/resources?q=name:${mark}-web`);
  const row = inventory(page).getByRole('row').filter({ hasText: `${mark}-web` });
  await expect(row.getByRole('gridcell').nth(2)).toHaveText('container');
  await expect(row.getByRole('gridcell').nth(4)).toHaveText('checkout');
  await expect(row.getByTitle('env=prod', { exact: true })).toBeVisible();
  const time = row.getByText('3 d', { exact: true });
  await expect(time).toHaveAttribute('datetime', seenAt);
  await expect(time).toHaveAttribute('title', /UTC$/);
  await row.getByRole('link', { name: `${mark}-host` }).click();
  await expect(page).toHaveURL(new RegExp(`/resources/${hostId}$`));
  await page.goBack();
  await expect(row).toBeVisible();
});

test('text that looks like markup, right-to-left text and emoji are text', async ({ page, request }) => {
  const mark = ownMark();
  const name = `${mark} <script>alert(1)</script> שלום 🚀`;
  await register(request, [{ kind: 'app', name, group: '<b>bold</b>' }]);
  await page.goto(`/resources?q=${mark}`);
  const row = inventory(page).getByRole('row').filter({ hasText: mark });
  await expect(row.getByRole('link', { name })).toBeVisible();
  await expect(row.getByText('<b>bold</b>', { exact: true })).toBeVisible();
});

test('a head sorts up, down and as usual again; the order is in the address and in the history', async ({ page, request }) => {
  const mark = ownMark();
  await registerMany(request, mark, 4);
  await page.goto(`/resources?q=${mark}`);
  const head = inventory(page).getByRole('columnheader', { name: 'Name' });
  const first = inventory(page).getByRole('row').filter({ hasText: mark }).first();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(first).toContainText(nameAt(mark, 0));
  await head.getByRole('button').click();
  await expect(page).toHaveURL(/sort=-name/);
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(first).toContainText(nameAt(mark, 3));
  await page.reload();
  await expect(first).toContainText(nameAt(mark, 3));
  await head.getByRole('button').click();
  await expect(page).not.toHaveURL(/sort=/);
  await expect(first).toContainText(nameAt(mark, 0));
  await page.goBack();
  await expect(first).toContainText(nameAt(mark, 3));
});

test('an order that is none falls back to the usual one and says so', async ({ page, request }) => {
  const mark = ownMark();
  await registerMany(request, mark, 2);
  await page.goto(`/resources?q=${mark}&sort=colour`);
  await expect(page.getByText('nothing is sorted by colour')).toBeVisible();
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', '2');
});

test('the list is walked with the keyboard alone, and kept for who comes back', async ({ page, request }) => {
  const mark = ownMark();
  await registerMany(request, mark, 40);
  await page.goto(`/resources?q=${mark}`);
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', '40');
  const row = (place: number) => inventory(page).getByRole('row').filter({ hasText: nameAt(mark, place) });
  await row(0).focus();
  for (const key of ['j', 'ArrowDown', 'k', 'PageDown']) await page.keyboard.press(key);
  const place = Number((await focusedRow(page).getAttribute('aria-rowindex')) ?? 0) - 1;
  expect(place).toBeGreaterThan(10);
  await page.keyboard.press('ArrowRight');
  await expect(row(place).getByRole('gridcell').filter({ has: page.getByRole('link', { name: nameAt(mark, place) }) })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(row(place)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: nameAt(mark, place) })).toBeVisible();
  await page.goBack();
  await expect(row(place)).toBeVisible();
  await expect(row(place)).toHaveAttribute('tabindex', '0');
});

test('an empty registry says how to begin, and shows the first resource by itself', async ({ browser }) => {
  test.setTimeout(180_000);
  const product = await startProduct();
  const page = await browser.newPage({ baseURL: product.url });
  try {
    await page.goto('/');
    await expect(page).toHaveURL(/\/resources$/);
    await expect(page.getByRole('heading', { name: 'No resources yet' })).toBeVisible();
    await expect(page.getByText(`OTEL_EXPORTER_OTLP_ENDPOINT=${product.url}`)).toBeVisible();
    await register(page.request, [{ kind: 'host', name: 'the-first' }]);
    await expect(inventory(page).getByRole('link', { name: 'the-first' })).toBeVisible();
  } finally {
    await page.close();
    await product.stop();
  }
});

test('a database that is away is a failure and no empty list; the list comes when it is back', async ({ browser }) => {
  test.setTimeout(180_000);
  const product = await startProduct();
  const page = await browser.newPage({ baseURL: product.url });
  try {
    await register(page.request, [{ kind: 'host', name: 'kept' }]);
    await product.killDatabase();
    await page.goto('/resources');
    await expect(page.getByRole('heading', { name: 'The list could not be loaded' })).toBeVisible();
    await expect(page.getByText('Not known')).toBeVisible();
    await expect(inventory(page)).toHaveCount(0);
    await product.startDatabase();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(inventory(page).getByRole('link', { name: 'kept' })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Status' })).not.toContainText('–');
  } finally {
    await page.close();
    await product.stop();
  }
});
