import type { APIRequestContext, Page, Request } from '@playwright/test';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const HOUR_MS = 3_600_000;

/** Three resources of this test alone, in sight in the order of their rank. */
async function shownByRank(page: Page, request: APIRequestContext) {
  const mark = ownMark();
  const seenAt = new Date(Date.now() - HOUR_MS).toISOString();
  const names = ['a', 'b', 'c'].map((letter) => `${letter}-${mark}`);
  const [a = '', b = '', c = ''] = await register(request, names.map((name, place) => ({ kind: 'host', name, seenAt, tags: { rank: String(place + 1) } })));
  await page.goto(`/resources?q=name:*-${mark}+tag:rank&sort=tag:rank`);
  const rows = page.getByRole('grid', { name: 'Resources' }).getByRole('row').filter({ hasText: mark });
  await expect(rows).toContainText(names);
  return { names, a, b, c, rows };
}

const isStream = (request: Request): boolean => request.url().includes('/live.rows');

async function patchTags(request: APIRequestContext, id: string, data: object, server = ''): Promise<void> {
  const answer = await request.patch(`${server}/api/v1/resources/${id}/tags`, { data });
  expect(answer.status(), await answer.text()).toBe(200);
}

test('what changes elsewhere shows in the row by itself, and the row stays where it is', async ({ page, context, request }) => {
  const { names, a, rows } = await shownByRank(page, request);
  const second = await context.newPage();
  await second.goto(`/resources/${a}`);
  await expect(rows.first()).toContainText('Offline');

  await patchTags(request, a, { set: { rank: '9' } });
  await expect(rows.first().getByTitle('rank=9', { exact: true })).toBeVisible();
  await expect(second.getByRole('region', { name: 'Tags' }).getByTitle('rank=9', { exact: true })).toBeVisible();

  const seenAt = new Date(Date.now() - 1_000).toISOString();
  const heartbeat = await request.post('/api/v1/heartbeats', { data: { ids: [a], seenAt } });
  expect(heartbeat.status(), await heartbeat.text()).toBe(200);
  await expect(rows.first()).toContainText('Online');
  await expect(rows.first().locator(`time[datetime="${seenAt}"]`)).toBeVisible();
  await expect(second.getByText('last signal')).toBeVisible();

  // Neither sorted nor left out, although both follow from its tags.
  await patchTags(request, a, { remove: ['rank'] });
  await expect(rows.first().getByTitle('rank=9', { exact: true })).toHaveCount(0);
  await expect(rows).toContainText(names);
  await page.reload();
  await expect(rows).toContainText(names.slice(1));
});

test('what is done through another server shows too', async ({ page, request, product }) => {
  test.setTimeout(180_000);
  const other = await product.startSecondServer();
  const { c, rows } = await shownByRank(page, request);
  await patchTags(request, c, { set: { via: 'the-other' } }, other);
  await expect(rows.last().getByTitle('via=the-other', { exact: true })).toBeVisible();
});

test('tags that are being edited keep what is typed, and what came meanwhile is no conflict for the next edit', async ({ page, request }) => {
  const { names, a, b, rows } = await shownByRank(page, request);
  const editor = rows.first().getByRole('combobox', { name: `Edit tags of ${names[0]}` });
  const open = () => rows.first().getByRole('button', { name: `Edit tags of ${names[0]}` }).press('Enter');
  await open();
  await editor.fill('team=co');
  await patchTags(request, a, { set: { zone: 'x' } });
  await patchTags(request, b, { set: { zone: 'y' } });
  await expect(rows.nth(1).getByTitle('zone=y', { exact: true })).toBeVisible();
  await expect(editor).toHaveValue('team=co');
  await editor.press('Escape');
  await expect(rows.first().getByTitle('zone=x', { exact: true })).toBeVisible();

  await open();
  await editor.fill('team=core');
  await editor.press('Enter');
  await expect(editor).toHaveCount(0);
  await expect(rows.first().getByTitle('team=core', { exact: true })).toBeVisible();
  await expect.poll(async () => (await (await request.get(`/api/v1/resources/${a}`)).json()).tags).toEqual({ rank: '1', team: 'core', zone: 'x' });
  await expect(page.getByText('Somebody else changed this resource')).toHaveCount(0);
});

test('a page that was offline is made good when it is back', async ({ page, context, request, consoleErrors }) => {
  consoleErrors.expect(/Failed to load resource/);
  const followed = page.waitForRequest(isStream);
  const { a, rows } = await shownByRank(page, request);
  await followed;
  await context.setOffline(true);
  // A stream that is open already goes on here; the page that is looked at again opens another one.
  const lost = page.waitForEvent('requestfailed', isStream);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await lost;
  await patchTags(request, a, { set: { missed: 'this' } });
  await context.setOffline(false);
  await expect(rows.first().getByTitle('missed=this', { exact: true })).toBeVisible();
});

test('a database that was away is followed again', async ({ page, request, product }) => {
  test.setTimeout(240_000);
  const { a, rows } = await shownByRank(page, request);
  await product.killDatabase();
  await product.startDatabase();
  await expect.poll(async () => (await request.patch(`/api/v1/resources/${a}/tags`, { data: { set: { after: 'all' } } })).status(), { timeout: 120_000 }).toBe(200);
  await expect(rows.first().getByTitle('after=all', { exact: true })).toBeVisible({ timeout: 60_000 });
});
