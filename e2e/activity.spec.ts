import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';
import { startProduct } from './start-product';
import { untilLive } from './until-live';

const entries = (page: Page) => page.getByRole('list', { name: 'Bulk edits' }).locator('> li');
const entry = (page: Page, text: string) => entries(page).filter({ hasText: text }).first();

/** An edit by the API, run to its end. */
async function edit(request: APIRequestContext, data: object): Promise<string> {
  const { id }: { id: string } = await (await request.post('/api/v1/tag-edits', { data })).json();
  await expect.poll(async () => (await (await request.get(`/api/v1/tag-edits/${id}`)).json()).state).toBe('done');
  return id;
}

/** Two resources of this test alone; answers what is in their names. */
async function twoTagged(request: APIRequestContext): Promise<string> {
  const mark = ownMark();
  await register(request, [1, 2].map((place) => ({ kind: 'host', name: `${mark}-${place}`, tags: { env: `v${place}`, team: 'core' } })));
  return mark;
}

test('an edit says who, what, to how many and where; its resources are named; it is undone and done again', async ({ page, request }) => {
  const mark = ownMark();
  const ids = await register(request, [1, 2, 3].map((place) => ({ kind: 'host', name: `${mark}-${place}`, tags: place === 3 ? { env: mark } : {} })));
  await edit(request, { q: `name:${mark}*`, set: { env: mark }, reason: `because of ${mark}` });
  await page.goto('/resources');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible();
  const edited = entry(page, `because of ${mark}`);
  await expect(edited).toContainText(`local set env=${mark} on 3 resources of name:${mark}*`);
  await expect(edited).toContainText('2 changed, 1 unchanged');
  await edited.getByRole('button', { name: 'Results' }).click();
  const changed = edited.getByRole('list', { name: 'Changed resources' }).getByRole('link');
  await expect.poll(async () => (await changed.allTextContents()).sort()).toEqual([`${mark}-1`, `${mark}-2`]);
  await edited.getByRole('button', { name: 'Unchanged 1' }).click();
  await expect(edited.getByRole('list', { name: 'Unchanged resources' }).getByRole('link')).toHaveText([`${mark}-3`]);

  const tagsOf = async (id?: string) => (await (await request.get(`/api/v1/resources/${id}`)).json()).tags;
  await edited.getByRole('button', { name: 'Undo' }).click();
  await expect(edited.getByRole('link', { name: 'Taken back' })).toBeVisible();
  await expect.poll(() => tagsOf(ids[0])).toEqual({});
  expect(await tagsOf(ids[2])).toEqual({ env: mark });
  await edited.getByRole('link', { name: 'Taken back' }).click();
  await expect(entries(page)).toHaveCount(1);
  await expect(entry(page, 'took back')).toContainText('2 changed');
  await entry(page, 'took back').getByRole('button', { name: 'Redo' }).click();
  await expect.poll(() => tagsOf(ids[0])).toEqual({ env: mark });
  await page.getByRole('link', { name: 'All bulk edits' }).click();
  await entry(page, `because of ${mark}`).getByRole('link', { name: `name:${mark}*` }).click();
  await expect(page.getByRole('grid', { name: 'Resources' })).toHaveAttribute('aria-rowcount', '3');
});

test('edits are listed newest first, older ones page after page; an address names one', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/404/);
  const mark = ownMark();
  const ids = await register(request, [{ kind: 'host', name: mark }]);
  for (let place = 0; place < 51; place++) await edit(request, { ids, set: { round: `${mark}-${place}` } });
  await page.goto('/activity');
  await expect(entries(page)).toHaveCount(50);
  await expect(entries(page).first()).toContainText(`round=${mark}-50`);
  await expect(entries(page).first()).toContainText('on 1 resource picked by hand');
  await page.getByRole('button', { name: 'Older' }).click();
  await expect(entries(page).nth(50)).toContainText(`round=${mark}-0`);
  await page.goto('/activity?operation=0198c0de-0000-7000-8000-000000000001');
  await expect(page.getByRole('alert').filter({ hasText: 'There is no bulk edit with this id' })).toBeVisible();
});

test('activity keeps the rules', async ({ page }) => {
  const mark = await twoTagged(page.request);
  await edit(page.request, { q: `name:${mark}*`, set: { env: 'prod' }, reason: mark });
  await page.goto('/activity');
  await entry(page, mark).getByRole('button', { name: 'Results' }).click();
  await expect(page.getByRole('list', { name: 'Changed resources' }).getByRole('link')).toHaveCount(2);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expectAccessible(page);
});

test('the selection keeps the rules, on a narrow screen too', async ({ page }) => {
  const mark = await twoTagged(page.request);
  await page.goto(`/resources?q=${mark}`);
  for (const place of [1, 2]) await page.getByRole('checkbox', { name: `Select ${mark}-${place}` }).click();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
});

test('panel, preview and toast keep the rules', async ({ page }) => {
  const mark = await twoTagged(page.request);
  await page.goto(`/resources?q=${mark}`);
  for (const place of [1, 2]) await page.getByRole('checkbox', { name: `Select ${mark}-${place}` }).click();
  await page.getByRole('button', { name: 'Edit tags…' }).click();
  const line = page.getByRole('combobox', { name: 'Set or remove a tag' });
  await line.fill('env=qa');
  await line.press('Enter');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What will happen' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tag 2 resources' }).click();
  await expect(page.getByRole('list', { name: 'Bulk edits' })).toContainText('2 changed');
  await expectAccessible(page);
});

test('an edit that a crash of the server cuts off is finished after the next start, and shown all the while', async ({ browser }) => {
  test.setTimeout(300_000);
  const product = await startProduct();
  const page = await browser.newPage({ baseURL: product.url });
  try {
    await page.goto('/activity');
    await untilLive(page);
    await expect(page.getByRole('heading', { name: 'No bulk edits yet' })).toBeVisible();
    for (let part = 0; part < 6; part++) {
      await register(page.request, Array.from({ length: 5_000 }, (_, place) => ({ kind: 'host', name: `h-${part}-${place}` })));
    }
    await page.goto('/resources');
    await untilLive(page);
    const grid = page.getByRole('grid', { name: 'Resources' });
    await expect(grid).toHaveAttribute('aria-rowcount', '30000');
    await grid.getByRole('checkbox', { name: 'Select the rows on this page' }).click();
    await page.getByRole('button', { name: 'Select all 30,000 resources' }).click();
    await page.getByRole('button', { name: 'Edit tags…' }).click();
    await page.getByRole('combobox', { name: 'Set or remove a tag' }).fill('site=fra1');
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await page.getByRole('button', { name: 'Tag 30,000 resources' }).click();
    const toasts = page.getByRole('list', { name: 'Bulk edits' });
    await expect(toasts).toContainText('site=fra1');
    await product.killServer();
    await product.startServer();
    await expect(toasts).toContainText('30,000 changed', { timeout: 120_000 });
    await page.goto('/resources?q=tag:site=fra1');
    await untilLive(page);
    await expect(grid).toHaveAttribute('aria-rowcount', '30000');
    await page.goto('/activity');
    await untilLive(page);
    await expect(entries(page)).toHaveCount(1);
    await expect(entries(page)).toContainText('local set site=fra1 on 30,000 resources of everything');

    await product.killDatabase();
    await page.goto('/activity');
    await untilLive(page);
    await expect(page.getByRole('alert').filter({ hasText: 'The bulk edits could not be read' })).toBeVisible();
    await product.startDatabase();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(entries(page)).toHaveCount(1);
  } finally {
    await page.close();
    await product.stop();
  }
});
