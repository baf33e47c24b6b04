import { addressOf, cell, cellsReady, editor, grid, openCell, patchTags, shownCells, stored, storedTags } from './cell-page';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';
import { untilLive } from './until-live';

test('cells are walked by arrows, Home and End, Tab leaves at the end of a row, Escape goes back to the row', async ({ page, request }) => {
  const { mark } = await shownCells(page, request, [{ team: 'a' }, {}, {}]);
  const row = grid(page).locator('[data-rank="0"]');
  await row.focus();
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, 0, 'name')).toBeFocused();
  await page.keyboard.press('End');
  await expect(cell(page, 0, 'last_seen')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(cell(page, 1, 'last_seen')).toBeFocused();
  await page.keyboard.press('k');
  await expect(cell(page, 0, 'last_seen')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(cell(page, 0, 'tag:team')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(cell(page, 0, 'kind')).toBeFocused();
  await page.keyboard.press('Control+End');
  await expect(cell(page, 2, 'kind')).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(cell(page, 0, 'kind')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Tab');
  expect(await grid(page).evaluate((element) => element.contains(document.activeElement))).toBe(false);
  await cell(page, 1, 'kind').focus();
  await page.keyboard.press('Escape');
  await expect(grid(page).locator('[data-rank="1"]')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `${mark}-1` })).toBeVisible();
});

test('a cell far outside the window is reached, and the focus stays in its column', async ({ page, request }) => {
  await shownCells(page, request, Array.from({ length: 300 }, () => ({ team: 'x' })));
  await cell(page, 0, 'kind').focus();
  await page.keyboard.press('Control+End');
  await expect(cell(page, 299, 'kind')).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(grid(page).locator('[data-column=kind]:focus')).toHaveCount(1);
});

test('typing edits, Enter goes down, Tab to the right, emptied a tag is removed, two quotes are the key alone, Escape restores', async ({ page, request }) => {
  const { mark, ids } = await shownCells(page, request, [{ team: 'a' }, { team: 'b', env: 'qa' }, {}]);
  await cellsReady(page, mark);
  await page.keyboard.type('core');
  await page.keyboard.press('Enter');
  await expect(cell(page, 0, 'tag:team')).toHaveText('core');
  await expect(cell(page, 1, 'tag:team')).toBeFocused();
  await page.keyboard.press('Enter');
  await editor(page, 'tag:team', `${mark}-1`).fill('');
  await page.keyboard.press('Tab');
  await expect(cell(page, 1, 'tag:env')).toBeFocused();
  await page.keyboard.type('never');
  await page.keyboard.press('Escape');
  await expect(cell(page, 1, 'tag:env')).toHaveText('qa');
  await page.keyboard.press('Delete');
  await expect(cell(page, 1, 'tag:env')).toHaveText('–');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('""');
  await page.keyboard.press('Shift+Enter');
  await expect(cell(page, 2, 'tag:env')).toHaveText('set');
  await expect(cell(page, 1, 'tag:env')).toBeFocused();
  await stored(request, ids).toEqual([{ team: 'core' }, {}, { env: '' }]);
  await page.reload();
  await expect(cell(page, 0, 'tag:team')).toHaveText('core');
});

test('a value is completed from what the fleet uses, near-duplicates are pointed out', async ({ page, request }) => {
  const key = ownMark();
  await register(request, ['prod', 'prod', 'prod', 'Prod'].map((value) => ({ kind: 'app', name: `user-${ownMark()}`, tags: { [key]: value } })));
  const [id = ''] = await register(request, [{ kind: 'host', name: `own-${key}` }]);
  await page.goto(`/resources?q=name:own-${key}&columns=name,tag:${key}`);
  const input = await openCell(page, 0, `tag:${key}`, `own-${key}`);
  const options = page.getByRole('listbox', { name: `Values of ${key}` }).getByRole('option');
  await input.fill('pr');
  await expect(options).toHaveText(['prod4', 'Prodsame as prod, other spelling']);
  await input.fill('PROD');
  await expect(page.getByText('prod is in use on 4; PROD is the same in another spelling')).toBeVisible();
  await input.fill('production');
  await expect(options).toHaveText(['proda shorter form in use4']);
  await input.press('ArrowDown');
  await input.press('Enter');
  await stored(request, [id]).toEqual([{ [key]: 'prod' }]);
});

test('what is not edited says why, and nothing is written', async ({ page, request }) => {
  const { mark, ids } = await shownCells(page, request, [{ team: 'a' }]);
  await cellsReady(page, mark);
  await cell(page, 0, 'kind').focus();
  await page.keyboard.press('F2');
  await expect(page.getByText('Kind is what the resource reports; it is not edited here.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Kind is what the resource reports')).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(page.getByText('Kind is what the resource reports')).toBeVisible();
  await cell(page, 0, 'tag:team').focus();
  await page.keyboard.type('x'.repeat(257));
  await page.keyboard.press('Enter');
  await expect(page.getByText('A tag value has at most 256 characters.')).toBeVisible();
  await expect(editor(page, 'tag:team', `${mark}-0`)).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await storedTags(request, ids)).toEqual([{ team: 'a' }]);
});

test('a network that drops is said at the cell, what was typed is kept and saved once it is back', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/Failed to load resource/);
  const { mark, ids } = await shownCells(page, request, [{ team: 'a' }, {}]);
  await cellsReady(page, mark);
  await page.route('**/api/trpc/tags.edit**', (route) => route.abort('connectionreset'));
  await page.keyboard.type('core');
  await page.keyboard.press('Enter');
  const message = page.getByRole('group', { name: `tag:team of ${mark}-0` });
  await expect(message).toContainText('The server could not be reached. Nothing was saved; what you typed is kept.');
  await expect(cell(page, 0, 'tag:team')).toContainText('core');
  await expect(cell(page, 0, 'tag:team')).toHaveAttribute('aria-invalid', 'true');
  expect(await storedTags(request, ids)).toEqual([{ team: 'a' }, {}]);
  await page.unroute('**/api/trpc/tags.edit**');
  await message.getByRole('button', { name: 'Try again' }).click();
  await stored(request, ids).toEqual([{ team: 'core' }, {}]);
  await expect(cell(page, 0, 'tag:team')).toHaveText('core');
  await expect(cell(page, 0, 'tag:team')).not.toHaveAttribute('aria-invalid', 'true');
});

test('two people edit one cell: the second sees both values and chooses; another tag of the resource is no conflict', async ({ page, request, browser, baseURL, consoleErrors }) => {
  consoleErrors.expect(/412|Failed to load resource/);
  const { mark, ids } = await shownCells(page, request, [{ team: 'a' }, { team: 'b' }]);
  const other = await (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage();
  await other.goto(addressOf(mark));
  await untilLive(other);
  const conflict = () => page.getByRole('group', { name: `tag:team of ${mark}-0` });
  for (const [choice, expected] of [['Take theirs', 'theirs'], ['Keep mine', 'mine']] as const) {
    const mine = await openCell(page, 0, 'tag:team', `${mark}-0`);
    const theirs = await openCell(other, 0, 'tag:team', `${mark}-0`);
    await theirs.fill('theirs');
    await theirs.press('Enter');
    await stored(request, ids).toEqual([{ team: 'theirs' }, { team: 'b' }]);
    await mine.fill('mine');
    await mine.press('Enter');
    await expect(conflict()).toContainText('Somebody else changed this cell meanwhile');
    await expect(conflict().locator('dd')).toHaveText(['team=mine', 'team=theirs']);
    await conflict().getByRole('button', { name: choice }).click();
    await stored(request, ids).toEqual([{ team: expected }, { team: 'b' }]);
    await expect(cell(page, 0, 'tag:team')).toHaveText(expected);
    await patchTags(request, ids[0], { set: { team: 'a' } });
    await expect(cell(page, 0, 'tag:team')).toHaveText('a');
    await expect(cell(other, 0, 'tag:team')).toHaveText('a');
  }
  const input = await openCell(page, 1, 'tag:team', `${mark}-1`);
  await patchTags(request, ids[1], { set: { zone: 'x' } });
  await input.fill('mine');
  await input.press('Enter');
  await stored(request, ids).toEqual([{ team: 'a' }, { team: 'mine', zone: 'x' }]);
  await expect(cell(page, 1, 'tag:team')).toHaveText('mine');
  await other.context().close();
});

test('a cell keeps its focus and its block while the rows change under it', async ({ page, request }) => {
  const { mark, ids } = await shownCells(page, request, [{ team: 'a' }, { team: 'b' }]);
  await cellsReady(page, mark);
  await page.keyboard.press('Shift+ArrowDown');
  await patchTags(request, ids[1], { set: { team: 'changed' } });
  await expect(cell(page, 1, 'tag:team')).toHaveText('changed');
  await expect(cell(page, 1, 'tag:team')).toBeFocused();
  await expect(cell(page, 0, 'tag:team')).toHaveAttribute('aria-selected', 'true');
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 360, height: 760 }, hasTouch: true });

  test('the second tap on a cell edits it', async ({ page, request }) => {
    const { mark, ids } = await shownCells(page, request, [{ team: 'a' }]);
    await cellsReady(page, mark);
    await cell(page, 0, 'tag:team').tap();
    await editor(page, 'tag:team', `${mark}-0`).fill('core');
    await editor(page, 'tag:team', `${mark}-0`).press('Enter');
    await stored(request, ids).toEqual([{ team: 'core' }]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
