import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const inventory = (page: Page) => page.getByRole('grid', { name: 'Resources' });
const selection = (page: Page) => page.getByRole('group', { name: 'Selection' });
const panel = (page: Page) => page.getByRole('dialog', { name: /^Edit tags/ });
const line = (page: Page) => panel(page).getByRole('combobox', { name: 'Set or remove a tag' });
const primary = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true });
const toasts = (page: Page) => page.getByRole('list', { name: 'Bulk edits' });

/** Resources of this test alone with these tags, all selected. */
async function allSelected(page: Page, tags: readonly Record<string, string>[], mark = ownMark()) {
  const ids = await register(page.request, tags.map((each, place) => ({ kind: 'host', name: `${mark}-${place}`, tags: each })));
  await page.goto(`/resources?q=${mark}`);
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', String(tags.length));
  await inventory(page).getByRole('checkbox', { name: 'Select the rows on this page' }).click();
  if (tags.length > 100) await selection(page).getByRole('button', { name: /^Select all/ }).click();
  await selection(page).getByRole('button', { name: 'Edit tags…' }).click();
  await expect(line(page)).toBeFocused();
  return { mark, ids };
}

async function preview(page: Page, ...lines: string[]) {
  for (const each of lines) {
    await line(page).fill(each);
    await line(page).press('Enter');
  }
  await primary(page, 'Preview').click();
  await expect(panel(page).getByRole('heading', { name: 'What will happen' })).toBeVisible();
}

const effects = (page: Page, name: string) => panel(page).getByRole('list', { name, exact: true }).locator('> li');

async function storedTags(request: APIRequestContext, ids: readonly string[]): Promise<Record<string, string>[]> {
  return Promise.all(ids.map(async (id) => (await (await request.get(`/api/v1/resources/${id}`)).json()).tags));
}

test('a preview counts per key what would be added, overwritten, removed and left; then exactly that is done, and undone', async ({ page, request }) => {
  const { ids } = await allSelected(page, [{ env: 'dev', old: '1' }, { env: 'dev' }, { env: 'Prod' }, { env: 'prod' }, {}]);
  await expect(panel(page).getByRole('heading', { name: 'Edit tags of 5' })).toBeVisible();
  await preview(page, 'Env=prod', '-old');
  await expect(effects(page, 'Set env=prod')).toHaveText([/Add env=prod where there is no env.*1$/, /Overwrite another env with env=prod3.*env=dev2.*env=Prod1$/, /Unchanged, already env=prod.*1$/]);
  await expect(effects(page, 'Remove old')).toHaveText([/Remove old1.*old=11$/, /Unchanged, without old.*4$/]);
  expect(await storedTags(request, ids)).toEqual([{ env: 'dev', old: '1' }, { env: 'dev' }, { env: 'Prod' }, { env: 'prod' }, {}]);

  await primary(page, 'Change 4 resources').click();
  await expect(panel(page)).toHaveCount(0);
  await expect(selection(page)).toHaveCount(0);
  await expect(toasts(page)).toContainText('Set env=prod, removed old');
  await expect(toasts(page)).toContainText('4 changed, 1 unchanged');
  await expect(inventory(page).getByTitle('env=prod', { exact: true })).toHaveCount(5);
  expect(await storedTags(request, ids)).toEqual(Array.from({ length: 5 }, () => ({ env: 'prod' })));

  await toasts(page).getByRole('button', { name: 'Undo' }).click();
  await expect(toasts(page)).toContainText('Took back an edit');
  await expect(inventory(page).getByTitle('env=dev', { exact: true })).toHaveCount(2);
  expect(await storedTags(request, ids)).toEqual([{ env: 'dev', old: '1' }, { env: 'dev' }, { env: 'Prod' }, { env: 'prod' }, {}]);
  await toasts(page).getByRole('button', { name: 'Redo' }).click();
  await expect(inventory(page).getByTitle('env=prod', { exact: true })).toHaveCount(5);
  await toasts(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(toasts(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/operation=/);
});

test('the tags of the whole selection are counted by the server, beyond the rows that are loaded', async ({ page }) => {
  const { mark } = await allSelected(page, Array.from({ length: 250 }, (_, place) => ({ env: 'prod', ...(place < 200 ? { team: place < 150 ? 'core' : 'web' } : {}) })));
  await expect(panel(page).getByText('counted over all 250')).toBeVisible();
  const env = panel(page).getByRole('listitem').filter({ has: page.getByRole('checkbox', { name: 'env' }) });
  await expect(env).toContainText('all 250');
  await expect(panel(page).getByRole('checkbox', { name: 'env' })).toHaveAttribute('aria-checked', 'true');
  const team = panel(page).getByRole('listitem').filter({ has: page.getByRole('checkbox', { name: 'team' }) });
  await expect(team).toContainText('200 of 250');
  await expect(panel(page).getByRole('checkbox', { name: 'team' })).toHaveAttribute('aria-checked', 'mixed');
  await panel(page).getByRole('checkbox', { name: 'env' }).click();
  await expect(panel(page).getByRole('checkbox', { name: 'env' })).toHaveAttribute('aria-checked', 'false');
  await team.getByRole('button', { name: /team.*core.*150/ }).click();
  await expect(panel(page).getByRole('list', { name: 'Changes' }).getByRole('listitem')).toHaveText(['Setteam=core', 'Removeenv']);
  await preview(page);
  await primary(page, 'Change 250 resources').click();
  await expect(toasts(page)).toContainText('250 changed');
  await page.goto(`/resources?q=${mark}+tag:team=core+-tag:env`);
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', '250');
});

test('the set is frozen by the preview: what comes to match later is not touched', async ({ page, request }) => {
  const { mark, ids } = await allSelected(page, Array.from({ length: 101 }, () => ({ env: 'dev' })));
  await preview(page, 'env=prod');
  const [later = ''] = await register(request, [{ kind: 'host', name: `${mark}-later`, tags: { env: 'dev' } }]);
  await primary(page, 'Tag 101 resources').click();
  await expect(toasts(page)).toContainText('101 changed');
  expect(await storedTags(request, [later, ids[0]!, ids[100]!])).toEqual([{ env: 'dev' }, { env: 'prod' }, { env: 'prod' }]);
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', '102');
});

test('an undo leaves alone what was changed since, and names it', async ({ page, request }) => {
  const { mark, ids } = await allSelected(page, [{ env: 'dev' }, { env: 'dev' }]);
  await preview(page, 'env=prod');
  await primary(page, 'Tag 2 resources').click();
  await expect(toasts(page)).toContainText('2 changed');
  expect((await request.patch(`/api/v1/resources/${ids[1]}/tags`, { data: { set: { env: 'qa' } } })).status()).toBe(200);
  await toasts(page).getByRole('button', { name: 'Undo' }).click();
  await expect(toasts(page)).toContainText('1 changed, 1 skipped: changed since');
  expect(await storedTags(request, ids)).toEqual([{ env: 'dev' }, { env: 'qa' }]);
  await toasts(page).getByRole('link', { name: 'Details' }).click();
  await expect(page.getByRole('list', { name: 'Skipped resources' }).getByRole('link')).toHaveText([`${mark}-1`]);
});

test('a resource that would have too many tags is refused and named, the others are edited', async ({ page, request }) => {
  const full = Object.fromEntries(Array.from({ length: 64 }, (_, place) => [`k${place}`, 'v']));
  const { mark, ids } = await allSelected(page, [{}, full, {}]);
  await preview(page, 'team=core');
  await expect(panel(page).getByText('they would have more than 64 tags')).toBeVisible();
  await primary(page, 'Tag 2 resources').click();
  await expect(toasts(page)).toContainText('2 changed, 1 refused: over 64 tags');
  expect(await storedTags(request, ids)).toEqual([{ team: 'core' }, full, { team: 'core' }]);
  await toasts(page).getByRole('link', { name: 'Details' }).click();
  await expect(page).toHaveURL(/\/activity\?operation=/);
  await expect(page.getByRole('list', { name: 'Refused resources' }).getByRole('link')).toHaveText([`${mark}-1`]);
  await page.getByRole('group', { name: 'Outcome' }).getByRole('button', { name: 'Changed 2' }).click();
  const changed = page.getByRole('list', { name: 'Changed resources' }).getByRole('link');
  await expect.poll(async () => (await changed.allTextContents()).sort()).toEqual([`${mark}-0`, `${mark}-2`]);
  await changed.filter({ hasText: `${mark}-0` }).click();
  await expect(page.getByRole('heading', { name: `${mark}-0` })).toBeVisible();
});

test('what is no tag is refused where it is typed; other spellings are pointed out; what is entered outlives the panel', async ({ page }) => {
  const key = ownMark();
  await allSelected(page, [{ [key]: 'edge' }, { [key]: 'edge' }]);
  await line(page).fill('bad key=1');
  await line(page).press('Enter');
  await expect(panel(page).getByRole('alert')).toContainText('A tag key is made of a-z 0-9');
  await primary(page, 'Preview').click();
  await expect(panel(page).getByRole('alert')).toContainText('A tag key is made of a-z 0-9');
  await line(page).fill('');
  await primary(page, 'Preview').click();
  await expect(panel(page).getByRole('alert')).toHaveText('Say first which tag to set or to remove.');
  await line(page).pressSequentially(`${key}=Edge`);
  await expect(panel(page).getByText('edge is in use on 2; Edge is the same in another spelling')).toBeVisible();
  await line(page).press('Enter');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await selection(page).getByRole('button', { name: 'Edit tags…' }).click();
  await expect(panel(page).getByRole('list', { name: 'Changes' }).getByRole('listitem')).toHaveText([`Set${key}=Edge`]);
});

test('a preview that has expired says so and is made again; nothing was written', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/Failed to load resource/);
  const { ids } = await allSelected(page, [{}, {}]);
  await preview(page, 'env=prod');
  await page.route('**/api/trpc/tagEdits.run**', async (route) => {
    const error = { message: 'This preview has expired.', code: -32004, data: { code: 'NOT_FOUND', httpStatus: 410, appCode: 'expired' } };
    await route.fulfill({ status: 410, contentType: 'application/json', body: JSON.stringify({ error }) });
  });
  await primary(page, 'Tag 2 resources').click();
  await expect(panel(page).getByText('This preview has expired')).toBeVisible();
  expect(await storedTags(request, ids)).toEqual([{}, {}]);
  await page.unroute('**/api/trpc/tagEdits.run**');
  await primary(page, 'Preview again').click();
  await primary(page, 'Tag 2 resources').click();
  await expect(toasts(page)).toContainText('2 changed');
});

test('a connection that drops loses nothing: the same preview is run again, once', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/Failed to load resource/);
  const { ids } = await allSelected(page, [{}, { env: 'dev' }]);
  await page.route('**/api/trpc/tagEdits.preview**', (route) => route.abort('connectionreset'));
  await line(page).fill('env=prod');
  await primary(page, 'Preview').click();
  await expect(panel(page).getByRole('alert')).toContainText('The server could not be reached');
  await page.unroute('**/api/trpc/tagEdits.preview**');
  await preview(page);
  // The server does it, but the answer is lost.
  await page.route('**/api/trpc/tagEdits.run**', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await primary(page, 'Tag 2 resources').click();
  await expect(panel(page).getByRole('alert')).toContainText('Running this preview again is safe');
  await page.unroute('**/api/trpc/tagEdits.run**');
  await primary(page, 'Tag 2 resources').click();
  await expect(toasts(page)).toContainText('2 changed');
  expect(await storedTags(request, ids)).toEqual([{ env: 'prod' }, { env: 'prod' }]);
  const changes = await (await request.get(`/api/v1/resources/${ids[0]}/changes`)).json();
  expect(changes.items.filter(({ field }: { field: string }) => field === 'tag:env')).toHaveLength(1);
});

test('after a reload what was begun is found again, and can be undone', async ({ page, request }) => {
  const { ids } = await allSelected(page, [{}, {}]);
  await preview(page, 'env=prod');
  await primary(page, 'Tag 2 resources').click();
  await expect(page).toHaveURL(/operation=/);
  await page.reload();
  await expect(toasts(page)).toContainText('2 changed');
  await toasts(page).getByRole('button', { name: 'Undo' }).click();
  await expect(toasts(page)).toContainText('Took back an edit');
  await expect.poll(() => storedTags(request, ids)).toEqual([{}, {}]);
});

test('the whole way is there on a narrow screen', async ({ page, request }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  const mark = ownMark();
  const [id = ''] = await register(request, [{ kind: 'host', name: mark }]);
  await page.goto(`/resources?q=${mark}`);
  await page.getByRole('checkbox', { name: `Select ${mark}` }).click();
  await selection(page).getByRole('button', { name: 'Edit tags…' }).click();
  await preview(page, 'env=prod');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await primary(page, 'Tag 1 resource').click();
  await expect(toasts(page)).toContainText('1 changed');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await storedTags(request, [id])).toEqual([{ env: 'prod' }]);
});
