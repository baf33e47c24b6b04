import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const inventory = (page: Page) => page.getByRole('grid', { name: 'Resources' });
const foot = (page: Page) => page.locator('.foot');
const show = (page: Page) => page.getByRole('button', { name: 'Show', exact: true });
const rowsOf = (page: Page, mark: string) => inventory(page).getByRole('row').filter({ hasText: mark });
const rowOf = (page: Page, name: string) => inventory(page).getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

async function patchTags(request: APIRequestContext, id: string, data: object, server = ''): Promise<void> {
  const answer = await request.patch(`${server}/api/v1/resources/${id}/tags`, { data });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function beat(request: APIRequestContext, ids: readonly string[]): Promise<string> {
  const seenAt = new Date(Date.now() - 1_000).toISOString();
  const answer = await request.post('/api/v1/heartbeats', { data: { ids, seenAt } });
  expect(answer.status(), await answer.text()).toBe(200);
  return seenAt;
}

/** Four of this test alone: b, c and d of production, a of nothing yet. */
async function openProduction(page: Page) {
  const mark = ownMark();
  // Before whatever a test lets be heard.
  const seenAt = new Date(Date.now() - 10_000).toISOString();
  const [a = '', b = '', c = '', d = ''] = await register(
    page.request,
    ['a', 'b', 'c', 'd'].map((letter) => ({ kind: 'host', name: `${letter}-${mark}`, seenAt, tags: letter === 'a' ? {} : { env: 'prod' } })),
  );
  await page.goto(`/resources?q=name:*-${mark}+tag:env%3Dprod`);
  await expect(rowsOf(page, mark)).toContainText([`b-${mark}`, `c-${mark}`, `d-${mark}`]);
  await expect(foot(page)).toContainText('Live');
  return { mark, a, b, c, d };
}

test('what became of the list waits in the footer with exact numbers, and shows when it is asked for', async ({ page, request }) => {
  const { mark, a, b, c, d } = await openProduction(page);
  const seenAt = await beat(request, [b, c, d]);
  await expect(rowOf(page, `b-${mark}`).locator(`time[datetime="${seenAt}"]`)).toBeVisible();
  await expect(show(page)).toHaveCount(0);

  await register(request, [{ kind: 'host', name: `e-${mark}`, tags: { env: 'prod' } }]);
  await expect(foot(page)).toContainText('1 newShow');
  await patchTags(request, a, { set: { env: 'prod' } });
  await patchTags(request, b, { set: { team: 'core' } });
  await patchTags(request, d, { remove: ['env'] });
  await expect(foot(page)).toContainText('2 new, 2 changedShow');
  await expect(page.getByText('2 new, 2 changed')).toHaveAttribute('title', 'Since the list was read: 2 more match the query, 1 match it no more, 1 others are not as they were');
  await expect(foot(page)).toContainText(/As of \d\d:\d\d:\d\d UTC/);
  await expect(page.getByRole('status').filter({ hasText: 'The list has moved on.' })).toHaveCount(1);
  // Nothing came, nothing went, nothing moved.
  await expect(rowsOf(page, mark)).toHaveCount(3);
  await expect(rowsOf(page, mark)).toContainText([`b-${mark}`, `c-${mark}`, `d-${mark}`]);

  await show(page).click();
  await expect(rowsOf(page, mark)).toContainText([`a-${mark}`, `b-${mark}`, `c-${mark}`, `e-${mark}`]);
  await expect(page.locator('.strip-total')).toContainText('4 of');
  await expect(foot(page)).toContainText('Live');
  await expect(show(page)).toHaveCount(0);
});

test('own edits are no news', async ({ page, request }) => {
  const { mark, b, c } = await openProduction(page);
  await rowOf(page, `b-${mark}`).getByRole('button', { name: `Edit tags of b-${mark}` }).press('Enter');
  const editor = rowOf(page, `b-${mark}`).getByRole('combobox', { name: `Edit tags of b-${mark}` });
  await editor.fill('mine=yes');
  await editor.press('Enter');
  await expect.poll(async () => (await (await request.get(`/api/v1/resources/${b}`)).json()).tags).toEqual({ env: 'prod', mine: 'yes' });
  await patchTags(request, c, { set: { theirs: 'yes' } });
  await expect(foot(page)).toContainText('1 changedShow');
});

test('selection and focus stay on their resources', async ({ page, request }) => {
  const { mark } = await openProduction(page);
  await rowOf(page, `c-${mark}`).getByRole('checkbox').click();
  await rowOf(page, `d-${mark}`).focus();
  await register(request, [{ kind: 'host', name: `aa-${mark}`, tags: { env: 'prod' } }]);
  await show(page).click();
  await expect(rowsOf(page, mark)).toContainText([`aa-${mark}`, `b-${mark}`, `c-${mark}`, `d-${mark}`]);
  await expect(rowOf(page, `d-${mark}`)).toBeFocused();
  await expect(rowOf(page, `c-${mark}`)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('group', { name: 'Selection' })).toContainText('1 selected');
});

test('far down the list the row that keys act on keeps its place on the screen', async ({ page, request }) => {
  const mark = ownMark();
  const nameAt = (place: number) => `m-${String(place).padStart(4, '0')}-${mark}`;
  await register(request, Array.from({ length: 700 }, (_, place) => ({ kind: 'host', name: nameAt(place) })));
  await page.goto(`/resources?q=name:*-${mark}`);
  await expect(foot(page)).toContainText('Live');
  await inventory(page).locator('[data-rank]').first().focus();
  await page.keyboard.press('End');
  await expect(rowOf(page, nameAt(699))).toBeFocused();
  for (let i = 0; i < 5; i++) await page.keyboard.press('k');
  await expect(rowOf(page, nameAt(694))).toBeFocused();
  const before = await rowOf(page, nameAt(694)).boundingBox();
  await register(request, Array.from({ length: 250 }, (_, place) => ({ kind: 'host', name: `a-${place}-${mark}` })));
  await expect(foot(page)).toContainText('250 newShow');
  await show(page).click();
  await expect(rowOf(page, nameAt(694))).toHaveAttribute('aria-rowindex', '945');
  await expect(rowOf(page, nameAt(694))).toBeFocused();
  expect(await rowOf(page, nameAt(694)).boundingBox()).toEqual(before);
  await page.keyboard.press('j');
  await expect(rowOf(page, nameAt(695))).toBeFocused();
});

test('it is told by the server that the page came from, whichever the change came through', async ({ page, request, product }) => {
  test.setTimeout(180_000);
  const other = await product.startSecondServer();
  const { a, b } = await openProduction(page);
  await patchTags(request, b, { set: { via: 'the-other' } }, other);
  await patchTags(request, a, { set: { env: 'prod' } }, other);
  await expect(foot(page)).toContainText('1 new, 1 changedShow');
});

test('a page that nobody looked at, or that was cut off, is told what it missed', async ({ page, context, request, consoleErrors }) => {
  consoleErrors.expect(/Failed to load resource/);
  const { a, b } = await openProduction(page);
  await context.setOffline(true);
  // A stream that is open already goes on here; the page that is looked at again opens another one.
  const lost = page.waitForEvent('requestfailed', (each) => each.url().includes('/live.rows'));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await lost;
  await expect(foot(page)).toContainText(/As of \d\d:\d\d:\d\d UTC/);
  await patchTags(request, a, { set: { env: 'prod' } });
  await patchTags(request, b, { set: { missed: 'this' } });
  await context.setOffline(false);
  await expect(foot(page)).toContainText('1 new, 1 changedShow');
});

test('a server that started anew says that it does not know', async ({ page, product, consoleErrors }) => {
  test.setTimeout(240_000);
  consoleErrors.expect(/Failed to load resource|ERR_/);
  const { mark } = await openProduction(page);
  await product.killServer();
  await product.startServer();
  await expect(foot(page)).toContainText('The list may have changedShow', { timeout: 90_000 });
  await expect(rowsOf(page, mark)).toHaveCount(3);
  await show(page).click();
  await expect(foot(page)).toContainText('Live', { timeout: 60_000 });
});

for (const width of [1_280, 360]) {
  test(`the news keep the rules of access, ${width} pixels wide`, async ({ page, request }) => {
    const { a } = await openProduction(page);
    await page.setViewportSize({ width, height: 740 });
    await patchTags(request, a, { set: { env: 'prod' } });
    await expect(foot(page)).toContainText('1 newShow');
    await expect(show(page)).toBeVisible();
    await expectAccessible(page);
  });
}
