import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

/** A resource of this test alone, its row in the inventory in sight. */
async function shownRow(page: Page, request: APIRequestContext, tags: Record<string, string> = {}) {
  const name = `edit-${ownMark()}`;
  const [id = ''] = await register(request, [{ kind: 'host', name, tags }]);
  await page.goto(`/resources?q=name:${name}`);
  const row = page.getByRole('grid', { name: 'Resources' }).getByRole('row').filter({ hasText: name });
  await expect(row).toHaveCount(1);
  return { id, name, row };
}

const opener = (scope: Page | Locator, name: string) => scope.getByRole('button', { name: `Edit tags of ${name}` });
const input = (scope: Page | Locator, name: string) => scope.getByRole('combobox', { name: `Edit tags of ${name}` });

async function openEditor(scope: Page | Locator, name: string): Promise<Locator> {
  // Pressed as a key: the button is seen on hover or focus only.
  await opener(scope, name).press('Enter');
  await expect(input(scope, name)).toBeFocused();
  return input(scope, name);
}

async function storedTags(request: APIRequestContext, id: string): Promise<Record<string, string>> {
  const { tags }: { tags: Record<string, string> } = await (await request.get(`/api/v1/resources/${id}`)).json();
  return tags;
}

const patchTags = (request: APIRequestContext, id: string, data: object) => request.patch(`/api/v1/resources/${id}/tags`, { data });

test('a tag with a value and one without are added in the row, are there after a reload and in a second window', async ({ page, request, context }) => {
  const { id, name, row } = await shownRow(page, request);
  const editor = await openEditor(row, name);
  await editor.fill('Team=core');
  await editor.press('Shift+Enter');
  await expect(row.getByRole('button', { name: 'Change team=core' })).toBeVisible();
  await editor.fill('drain');
  await editor.press('Enter');
  await expect(input(row, name)).toHaveCount(0);
  await expect(opener(row, name)).toBeFocused();
  await expect(row.getByTitle('team=core', { exact: true })).toBeVisible();
  await expect.poll(() => storedTags(request, id)).toEqual({ team: 'core', drain: '' });

  await page.reload();
  await expect(row.getByTitle('team=core', { exact: true })).toBeVisible();
  await expect(row.getByTitle('drain', { exact: true })).toBeVisible();
  const second = await context.newPage();
  await second.goto(`/resources/${id}`);
  await expect(second.getByRole('region', { name: 'Tags' }).getByTitle('team=core', { exact: true })).toBeVisible();
});

test('a chip is changed by pressing it, removed by its cross, and the last one by Backspace', async ({ page, request }) => {
  const { id, name, row } = await shownRow(page, request, { env: 'prod', team: 'core', zone: 'a' });
  const editor = await openEditor(row, name);
  await editor.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(row.getByRole('button', { name: 'Change team=core' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor).toHaveValue('team=core');
  await editor.fill('team=payments');
  await editor.press('Shift+Enter');
  await row.getByRole('button', { name: 'Remove env=prod' }).click();
  await editor.press('Backspace');
  await expect(row.getByRole('button', { name: 'Change zone=a' })).toHaveCount(0);
  await editor.press('Enter');
  await expect.poll(() => storedTags(request, id)).toEqual({ team: 'payments' });
  await expect(row.getByTitle('team=payments', { exact: true })).toBeVisible();
  await expect(row.getByTitle('env=prod', { exact: true })).toHaveCount(0);
});

test('a chip in the list opens the editor on itself', async ({ page, request }) => {
  const { id, name, row } = await shownRow(page, request, { env: 'prod' });
  await row.getByTitle('env=prod', { exact: true }).click();
  await expect(input(row, name)).toHaveValue('env=prod');
  await input(row, name).fill('env=dev');
  await input(row, name).press('Enter');
  await expect.poll(() => storedTags(request, id)).toEqual({ env: 'dev' });
});

test('keys and then values are offered with their counts, and another spelling is pointed out', async ({ page, request }) => {
  const key = ownMark();
  await register(request, ['edge', 'edge', 'edge', 'edge-cache', 'Edge'].map((value) => ({ kind: 'app', name: `user-${ownMark()}`, tags: { [key]: value } })));
  const { id, name, row } = await shownRow(page, request);
  const editor = await openEditor(row, name);
  await editor.pressSequentially(key.slice(0, -1));
  await expect(page.getByRole('listbox', { name: 'Tag keys' }).getByRole('option')).toHaveText([`${key}5`]);
  await editor.press('ArrowDown');
  await editor.press('Enter');
  await expect(editor).toHaveValue(`${key}=`);
  await editor.pressSequentially('ed');
  const values = page.getByRole('listbox', { name: `Values of ${key}` });
  await expect(values.getByRole('option')).toHaveText(['edge4', 'Edgesame as edge, other spelling', 'edge-cache1']);
  await editor.pressSequentially('GE');
  await expect(page.getByText('edge is in use on 4; edGE is the same in another spelling')).toBeVisible();
  await editor.press('ArrowDown');
  await expect(values.getByRole('option', { name: 'edge 4' })).toHaveAttribute('aria-selected', 'true');
  await editor.press('Enter');
  await expect.poll(() => storedTags(request, id)).toEqual({ [key]: 'edge' });
});

test('what is typed is saved as it is typed, whatever is offered', async ({ page, request }) => {
  const key = ownMark();
  await register(request, [{ kind: 'app', name: `user-${ownMark()}`, tags: { [key]: 'core-platform' } }]);
  const { id, name, row } = await shownRow(page, request);
  const editor = await openEditor(row, name);
  await editor.pressSequentially(`${key}=core`);
  await expect(page.getByRole('option', { name: 'core-platform 1' })).toBeVisible();
  await editor.press('Enter');
  await expect.poll(() => storedTags(request, id)).toEqual({ [key]: 'core' });
});

test('Escape restores, and gives the focus back', async ({ page, request }) => {
  const { id, name, row } = await shownRow(page, request, { env: 'prod' });
  const editor = await openEditor(row, name);
  await editor.press('Backspace');
  await editor.fill('env=dev');
  await editor.press('Escape');
  await expect(opener(row, name)).toBeFocused();
  await expect(row.getByTitle('env=prod', { exact: true })).toBeVisible();
  expect(await storedTags(request, id)).toEqual({ env: 'prod' });
});

test('Tab saves and goes on to what comes next', async ({ page, request }) => {
  const { id, name, row } = await shownRow(page, request);
  const editor = await openEditor(row, name);
  await editor.fill('env=qa');
  await editor.press('Tab');
  await expect(input(row, name)).toHaveCount(0);
  await expect(opener(row, name)).not.toBeFocused();
  await expect.poll(() => storedTags(request, id)).toEqual({ env: 'qa' });
});

test('a tag outside the rules is refused where it is typed, and nothing is sent', async ({ page, request }) => {
  const { id, name, row } = await shownRow(page, request);
  const editor = await openEditor(row, name);
  await editor.fill('bad key=1');
  await editor.press('Enter');
  await expect(page.getByRole('alert').getByText('A tag key is made of a-z 0-9')).toBeVisible();
  await expect(editor).toHaveValue('bad key=1');
  await expect(editor).toHaveAttribute('aria-invalid', 'true');
  await editor.fill(`long=${'x'.repeat(257)}`);
  await editor.press('Tab');
  await expect(page.getByText('A tag value has at most 256 characters.')).toBeVisible();
  await expect(editor).toBeFocused();
  await editor.press('Escape');
  expect(await storedTags(request, id)).toEqual({});
});

test('an edit is shown before the server has answered; refused, it is taken back and what was typed is kept', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/500|Failed to load resource/);
  const { id, name, row } = await shownRow(page, request, { env: 'prod' });
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/trpc/tags.edit**', async (route) => {
    await held;
    const error = { message: 'a resource has at most 64 tags, this would make 65', code: -32600, data: { code: 'BAD_REQUEST', httpStatus: 400, appCode: 'bad_request' } };
    await route.fulfill({ status: 400, contentType: 'application/json', body: JSON.stringify({ error }) });
  });
  const editor = await openEditor(row, name);
  await editor.fill('team=core');
  await editor.press('Enter');
  await expect(row.getByTitle('team=core', { exact: true })).toBeVisible();
  answer();
  await expect(page.getByRole('alert').getByText('a resource has at most 64 tags, this would make 65.')).toBeVisible();
  await expect(row.getByRole('button', { name: 'Change team=core' })).toBeVisible();
  await expect(input(row, name)).toBeFocused();
  await input(row, name).press('Escape');
  await expect(row.getByTitle('env=prod', { exact: true })).toBeVisible();
  await expect(row.getByTitle('team=core', { exact: true })).toHaveCount(0);
  expect(await storedTags(request, id)).toEqual({ env: 'prod' });
});

test('a connection that drops loses nothing: the same edit is saved once it is back', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/Failed to load resource/);
  const { id, name, row } = await shownRow(page, request);
  await page.route('**/api/trpc/tags.edit**', (route) => route.abort('connectionreset'));
  const editor = await openEditor(row, name);
  await editor.fill('team=core');
  await editor.press('Enter');
  await expect(page.getByRole('alert').getByText('The server could not be reached. Nothing was saved; what you typed is kept.')).toBeVisible();
  await page.unroute('**/api/trpc/tags.edit**');
  await input(row, name).press('Enter');
  await expect.poll(() => storedTags(request, id)).toEqual({ team: 'core' });
  await expect(input(row, name)).toHaveCount(0);
});

test('two edits in a row are no conflict with oneself', async ({ page, request }) => {
  const { id, name, row } = await shownRow(page, request);
  for (const tag of ['one=1', 'two=2', 'three=3']) {
    const editor = await openEditor(row, name);
    await editor.fill(tag);
    await editor.press('Enter');
  }
  await expect.poll(() => storedTags(request, id)).toEqual({ one: '1', two: '2', three: '3' });
  await expect(page.getByText('Somebody else changed this resource')).toHaveCount(0);
});

test.describe('when somebody else changes the same resource', () => {
  async function conflict(page: Page, request: APIRequestContext) {
    const shown = await shownRow(page, request, { env: 'prod', team: 'core' });
    const { id, name, row } = shown;
    const editor = await openEditor(row, name);
    expect((await patchTags(request, id, { set: { env: 'dev', pci: '' } })).status()).toBe(200);
    await editor.fill('team=payments');
    await editor.press('Enter');
    await expect(page.getByText('Somebody else changed this resource meanwhile')).toBeVisible();
    await expect(page.getByText('env=prod became env=dev')).toBeVisible();
    await expect(page.getByText('pci was added')).toBeVisible();
    expect(await storedTags(request, id)).toEqual({ env: 'dev', team: 'core', pci: '' });
    return shown;
  }

  test('one may keep the own change on top of theirs', async ({ page, request, consoleErrors }) => {
    consoleErrors.expect(/412|Failed to load resource/);
    const { id, name, row } = await conflict(page, request);
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => storedTags(request, id)).toEqual({ env: 'dev', team: 'payments', pci: '' });
    await expect(input(row, name)).toHaveCount(0);
    await expect(row.getByTitle('env=dev', { exact: true })).toBeVisible();
  });

  test('one may take theirs and drop the own', async ({ page, request, consoleErrors }) => {
    consoleErrors.expect(/412|Failed to load resource/);
    const { id, name, row } = await conflict(page, request);
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await expect(input(row, name)).toHaveCount(0);
    await expect(row.getByTitle('env=dev', { exact: true })).toBeVisible();
    expect(await storedTags(request, id)).toEqual({ env: 'dev', team: 'core', pci: '' });
  });
});

test('on a narrow screen the first tag is added in the row by a thumb', async ({ page, request }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  const { id, name, row } = await shownRow(page, request);
  const button = await opener(row, name).boundingBox();
  expect([button?.width, button?.height]).toEqual([40, 40]);
  await expect(opener(row, name)).toHaveCSS('opacity', '1');
  await opener(row, name).click();
  await input(row, name).fill('team=core');
  // As the keyboard of a phone sends it.
  await input(row, name).press('Enter');
  await expect(row.getByTitle('team=core', { exact: true })).toBeVisible();
  await expect.poll(() => storedTags(request, id)).toEqual({ team: 'core' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
