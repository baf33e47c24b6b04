import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const inventory = (page: Page) => page.getByRole('grid', { name: 'Resources' });
const sidebar = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('region', { name: 'Views' });
const viewButton = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^View ${name}`) });
const menu = (page: Page, name: string) => page.getByRole('dialog', { name: `View ${name}` });
const changes = (page: Page, name: string) => page.getByRole('group', { name: `Changes of ${name}` });
const search = (page: Page) => page.getByRole('combobox', { name: 'Search resources' });

/** Three hosts and an app of this test alone. */
async function ownFleet(request: APIRequestContext): Promise<string> {
  const mark = ownMark();
  await register(request, [
    { kind: 'host', name: `${mark}-a`, tags: { team: 'core' } },
    { kind: 'host', name: `${mark}-b`, tags: { team: 'core' } },
    { kind: 'host', name: `${mark}-c`, tags: { team: 'edge' } },
    { kind: 'app', name: `${mark}-d`, tags: { team: 'edge', [mark]: 'once' } },
  ]);
  return mark;
}

async function saveView(request: APIRequestContext, view: { name: string; [part: string]: unknown }): Promise<string> {
  const response = await request.post('/api/v1/views', { data: view });
  expect(response.status(), await response.text()).toBe(201);
  return ((await response.json()) as { slug: string }).slug;
}

async function expectNames(page: Page, names: readonly string[]) {
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', String(names.length));
  await expect(inventory(page).locator('[data-rank] [data-column=name]')).toHaveText(names);
}

test.use({ viewport: { width: 1_440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });

test('what is shown is saved under a name, and opened again from the sidebar with its exact count', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/status of 400/);
  const mark = await ownFleet(request);
  await page.goto(`/resources?q=${mark} kind:host&sort=-name&columns=name,tag:team`);
  await expectNames(page, [`${mark}-c`, `${mark}-b`, `${mark}-a`]);
  await page.getByRole('button', { name: 'Save view' }).click();
  const form = page.getByRole('dialog', { name: 'Save view' });
  await expect(form.getByLabel('Name')).toBeFocused();
  await form.getByRole('button', { name: 'Save view' }).click();
  await expect(form.getByRole('alert')).toHaveText('A view has a name.');
  await form.getByLabel('Name').fill(`Hosts ${mark}`);
  await expect(form.getByText(`view:hosts-${mark}`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`view=hosts-${mark}`));
  await expect(viewButton(page, `Hosts ${mark}`)).toBeVisible();
  await expect(changes(page, `Hosts ${mark}`)).toHaveCount(0);

  await sidebar(page).getByRole('link', { name: /^Everything/ }).click();
  await expect(page).toHaveURL(/\/resources\?view=$/);
  await expect(page.getByRole('button', { name: 'Save view' })).toBeVisible();
  await sidebar(page).getByRole('link', { name: `Hosts ${mark} 3`, exact: true }).click();
  await expectNames(page, [`${mark}-c`, `${mark}-b`, `${mark}-a`]);
  await expect(inventory(page).getByRole('columnheader')).toHaveText(['', /Name/, /tag:team/]);
  await expect(search(page)).toHaveValue(`${mark} kind:host`);
  await expect(sidebar(page).getByRole('link', { name: `Hosts ${mark} 3`, exact: true })).toHaveAttribute('aria-current', 'true');

  await viewButton(page, `Hosts ${mark}`).click();
  await menu(page, `Hosts ${mark}`).getByRole('button', { name: 'Copy link' }).click();
  await expect(menu(page, `Hosts ${mark}`).getByRole('button', { name: 'Link copied' })).toBeVisible();
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await expectNames(page, [`${mark}-c`, `${mark}-b`, `${mark}-a`]);
  await page.goto(`/resources?view=hosts-${mark}`);
  await expectNames(page, [`${mark}-c`, `${mark}-b`, `${mark}-a`]);
});

test('a change is said, saved or taken back; and kept as another view', async ({ page, request }) => {
  const mark = await ownFleet(request);
  const name = `Mine ${mark}`;
  const slug = await saveView(request, { name, q: mark, density: 'compact' });
  await page.goto(`/resources?view=${slug}`);
  await expectNames(page, ['a', 'b', 'c', 'd'].map((letter) => `${mark}-${letter}`));
  await page.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: /host/ }).check();
  await expectNames(page, ['a', 'b', 'c'].map((letter) => `${mark}-${letter}`));
  await expect(changes(page, name)).toContainText('changed');
  await changes(page, name).getByRole('button', { name: 'Revert' }).click();
  await expectNames(page, ['a', 'b', 'c', 'd'].map((letter) => `${mark}-${letter}`));
  await expect(changes(page, name)).toHaveCount(0);

  await page.goBack();
  await changes(page, name).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(changes(page, name)).toHaveCount(0);
  await expect(sidebar(page).getByRole('link', { name: `${name} 3`, exact: true })).toBeVisible();
  expect(await (await request.get(`/api/v1/views/${slug}`)).json()).toMatchObject({ q: `${mark} kind:host`, density: 'compact', revision: 1 });

  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await changes(page, name).getByRole('button', { name: 'Save as' }).click();
  await page.getByRole('dialog', { name: 'Save view' }).getByLabel('Name').fill(`Turned ${mark}`);
  await page.keyboard.press('Enter');
  await expect(viewButton(page, `Turned ${mark}`)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`view=turned-${mark}`));
  await expectNames(page, ['c', 'b', 'a'].map((letter) => `${mark}-${letter}`));
  await sidebar(page).getByRole('link', { name: `${name} 3`, exact: true }).click();
  await expectNames(page, ['a', 'b', 'c'].map((letter) => `${mark}-${letter}`));
});

test('two people change one view: the second is told, and decides', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/status of 412/);
  const mark = await ownFleet(request);
  const name = `Shared ${mark}`;
  const slug = await saveView(request, { name, q: mark });
  await page.goto(`/resources?view=${slug}`);
  await page.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: /app/ }).check();
  await expectNames(page, [`${mark}-d`]);
  expect((await request.patch(`/api/v1/views/${slug}`, { data: { q: `${mark} tag:team=edge` }, headers: { 'if-match': '"0"' } })).status()).toBe(200);
  await changes(page, name).getByRole('button', { name: 'Save', exact: true }).click();
  const told = page.getByRole('alert').filter({ hasText: 'Somebody else changed this view meanwhile' });
  await expect(told).toBeVisible();
  await expectNames(page, [`${mark}-d`]);
  await told.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(told).toHaveCount(0);
  await expect(changes(page, name)).toHaveCount(0);
  expect(await (await request.get(`/api/v1/views/${slug}`)).json()).toMatchObject({ q: `${mark} kind:app`, revision: 2 });
});

test('a query asks for a view: completed, ticked, negated, and refused where there is none', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/status of 400/);
  const mark = await ownFleet(request);
  const slug = await saveView(request, { name: `Edge ${mark}`, q: `${mark} tag:team=edge` });
  await page.goto('/resources');
  await search(page).fill(`view:${slug.slice(0, 8)}`);
  await page.getByRole('option', { name: new RegExp(`^${slug}`) }).click();
  await page.keyboard.press('Enter');
  await expectNames(page, [`${mark}-c`, `${mark}-d`]);
  await page.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: /app/ }).check();
  await expectNames(page, [`${mark}-d`]);
  await expect(search(page)).toHaveValue(`view:${slug} kind:app`);
  await page.goto(`/resources?q=${mark} -view:${slug}`);
  await expectNames(page, [`${mark}-a`, `${mark}-b`]);

  await page.goto(`/resources?q=${mark} view:${slug}x`);
  await expect(page.getByRole('heading', { name: 'This query is not understood' })).toBeVisible();
  await page.getByRole('button', { name: `Use ${slug}` }).last().click();
  await expectNames(page, [`${mark}-c`, `${mark}-d`]);

  await request.patch(`/api/v1/views/${slug}`, { data: { q: `${mark} tag:team=core` } });
  expect(((await (await request.get(`/api/v1/resources?q=view:${slug}`)).json()) as { items: { name: string }[] }).items.map(({ name }) => name)).toEqual([`${mark}-a`, `${mark}-b`]);
  expect((await (await request.get(`/api/v1/export?format=csv&columns=name&q=view:${slug}`)).text()).trimEnd().split('\r\n')).toEqual(['name', `${mark}-a`, `${mark}-b`]);
});

test('renamed, copied and deleted, unless another view asks for it', async ({ page, request }) => {
  const mark = await ownFleet(request);
  const slug = await saveView(request, { name: `Base ${mark}`, q: mark });
  const user = await saveView(request, { name: `User ${mark}`, q: `view:${slug} kind:app` });
  await page.goto(`/resources?view=${slug}`);
  await viewButton(page, `Base ${mark}`).click();
  await menu(page, `Base ${mark}`).getByRole('button', { name: 'Rename' }).click();
  await menu(page, `Base ${mark}`).getByRole('textbox', { name: 'Name' }).fill(`Ground ${mark}`);
  await page.keyboard.press('Enter');
  await expect(viewButton(page, `Ground ${mark}`)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`view=${slug}`));
  await expect(sidebar(page).getByRole('link', { name: `Ground ${mark} 4`, exact: true })).toBeVisible();

  await viewButton(page, `Ground ${mark}`).click();
  await menu(page, `Ground ${mark}`).getByRole('button', { name: 'Delete' }).click();
  await expect(menu(page, `Ground ${mark}`)).toContainText(`Another view asks for it: ${user}`);
  await page.keyboard.press('Escape');
  await menu(page, `Ground ${mark}`).getByRole('button', { name: 'Duplicate' }).click();
  await expect(viewButton(page, `Ground ${mark} copy`)).toBeVisible();
  await viewButton(page, `Ground ${mark} copy`).click();
  await menu(page, `Ground ${mark} copy`).getByRole('button', { name: 'Delete' }).click();
  await menu(page, `Ground ${mark} copy`).getByRole('button', { name: `Delete Ground ${mark} copy` }).click();
  await expect(page).toHaveURL(/view=(&|$)/);
  await expect(sidebar(page).getByRole('link', { name: `Ground ${mark} copy` })).toHaveCount(0);
  await expectNames(page, ['a', 'b', 'c', 'd'].map((letter) => `${mark}-${letter}`));
});

test('the default view opens by itself, and is left', async ({ page, request }) => {
  const mark = await ownFleet(request);
  const name = `First ${mark}`;
  const slug = await saveView(request, { name, q: `${mark} kind:app` });
  try {
    await page.goto(`/resources?view=${slug}`);
    await viewButton(page, name).click();
    await menu(page, name).getByRole('button', { name: 'Open by default' }).click();
    await expect(menu(page, name).getByRole('button', { name: 'Do not open by default' })).toBeVisible();
    await page.goto('/resources');
    await expectNames(page, [`${mark}-d`]);
    await expect(page).toHaveURL(new RegExp(`view=${slug}`));
    await viewButton(page, name).click();
    await menu(page, name).getByRole('button', { name: 'Leave this view' }).click();
    await search(page).fill(mark);
    await page.keyboard.press('Enter');
    await expectNames(page, ['a', 'b', 'c', 'd'].map((letter) => `${mark}-${letter}`));
    await search(page).fill('');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/resources\?view=$/);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Save view' })).toBeVisible();
    // A query that came without a view and is cleared leaves everything, also when it is read again.
    await page.goto(`/resources?q=${mark}`);
    await expectNames(page, ['a', 'b', 'c', 'd'].map((letter) => `${mark}-${letter}`));
    await search(page).fill('');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/resources\?view=$/);
  } finally {
    await request.patch(`/api/v1/views/${slug}`, { data: { isDefault: false } });
  }
});

test('what of a view is gone is said at its place, and nothing else is lost', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/status of 404/);
  const mark = await ownFleet(request);
  const slug = await saveView(request, { name: `Once ${mark}`, q: `${mark} kind:app`, columns: `name,tag:${mark},tag:team` });
  const { items } = (await (await request.get(`/api/v1/resources?q=name:${mark}-d`)).json()) as { items: { id: string }[] };
  await request.patch(`/api/v1/resources/${items[0]!.id}/tags`, { data: { remove: [mark] } });
  await page.goto(`/resources?view=${slug}`);
  await expect(page.getByText(`The view Once ${mark}: no resource has the tag ${mark} any more`)).toBeVisible();
  await expectNames(page, [`${mark}-d`]);
  await expect(inventory(page).getByRole('columnheader')).toHaveText(['', /Name/, new RegExp(`tag:${mark}`), /tag:team/]);

  await request.delete(`/api/v1/views/${slug}`);
  await page.goto(`/resources?view=${slug}&q=${mark}`);
  await expect(page.getByRole('alert').filter({ hasText: `The view ${slug} is gone` })).toBeVisible();
  await expectNames(page, ['a', 'b', 'c', 'd'].map((letter) => `${mark}-${letter}`));
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(page.getByRole('button', { name: 'Save view' })).toBeVisible();
  await expectNames(page, ['a', 'b', 'c', 'd'].map((letter) => `${mark}-${letter}`));
});

test('on a phone the views are in the menu, and the view that is open says its changes', async ({ page, request }) => {
  const mark = await ownFleet(request);
  const name = `Small ${mark}`;
  const slug = await saveView(request, { name, q: mark });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/resources');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog', { name: 'Menu' }).getByRole('link', { name: `${name} 4`, exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Menu' })).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`view=${slug}`));
  await search(page).fill(`${mark} kind:app`);
  await page.keyboard.press('Enter');
  await viewButton(page, `${name}, changed`).click();
  await expectAccessible(page);
  await menu(page, name).getByRole('button', { name: 'Save as another view' }).click();
  await expect(menu(page, name).getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Escape');
  await menu(page, name).getByRole('button', { name: 'Revert to the saved view' }).click();
  await expect(search(page)).toHaveValue(mark);
  await expect(viewButton(page, `${name}$`)).toBeVisible();
});

test('views keep the rules', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/status of 400/);
  const mark = await ownFleet(request);
  const name = `Rules ${mark}`;
  const slug = await saveView(request, { name, q: mark });
  await page.goto(`/resources?q=${mark}`);
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('dialog', { name: 'Save view' }).getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('dialog', { name: 'Save view' }).getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/resources?view=${slug}&q=${mark} kind:app`);
  await expect(sidebar(page).getByRole('link', { name: `${name} 4`, exact: true })).toBeVisible();
  await viewButton(page, name).click();
  await expect(menu(page, name)).toBeVisible();
  await expectAccessible(page);
});
