import type { Page } from '@playwright/test';
import { cell, cellsReady, grid, line, openCell, patchTags, shownCells, stored, storedTags } from './cell-page';
import { expectAccessible } from './expect-accessible';
import { expect, test } from './fixtures';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const selected = (page: Page) => grid(page).locator('[role=gridcell][aria-selected=true]');
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const putOnClipboard = (page: Page, text: string) => page.evaluate((put) => navigator.clipboard.writeText(put), text);

/** Focuses one cell and draws the block to another one with Shift and the arrows. */
async function drawBlock(page: Page, rank: number, column: string, keys: readonly string[]) {
  await cell(page, rank, column).focus();
  for (const key of keys) await page.keyboard.press(`Shift+${key}`);
}

test('a block is drawn by keys, by Shift and a click, and by the mouse; Escape lets it go', async ({ page, request }) => {
  const { mark } = await shownCells(page, request, [{}, {}, {}, {}]);
  await cellsReady(page, mark);
  await drawBlock(page, 0, 'kind', ['ArrowRight', 'ArrowDown', 'ArrowDown']);
  await expect(selected(page)).toHaveCount(6);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(selected(page)).toHaveCount(4);
  await page.keyboard.press('Escape');
  await expect(selected(page)).toHaveCount(0);
  await cell(page, 1, 'tag:team').click();
  await cell(page, 3, 'tag:env').click({ modifiers: ['Shift'] });
  await expect(selected(page)).toHaveCount(6);
  await expect(page.getByRole('group', { name: 'Selection' })).toHaveCount(0);
  await cell(page, 0, 'tag:team').hover();
  await page.mouse.down();
  await cell(page, 1, 'tag:team').hover();
  await cell(page, 1, 'tag:env').hover();
  await page.mouse.up();
  await expect(selected(page)).toHaveCount(4);
  await expect(cell(page, 1, 'tag:env')).toBeFocused();
});

test('a tag is copied into every cell of a block, and taken back and done again as one step', async ({ page, request }) => {
  const { mark, ids } = await shownCells(page, request, [{ team: 'core' }, { env: 'qa' }, { team: 'web' }]);
  await cellsReady(page, mark);
  await page.keyboard.press('Control+c');
  expect(await clipboard(page)).toBe('core');
  await drawBlock(page, 1, 'tag:team', ['ArrowDown', 'ArrowRight']);
  const calls: string[] = [];
  page.on('request', (sent) => sent.url().includes('tags.edit') && calls.push(sent.url().split('/').at(-1) ?? ''));
  await page.keyboard.press('Control+v');
  await expect(cell(page, 2, 'tag:env')).toHaveText('core');
  await stored(request, ids).toEqual([{ team: 'core' }, { team: 'core', env: 'core' }, { team: 'core', env: 'core' }]);
  await expect(line(page)).toContainText('4 cells set');
  expect(calls).toEqual(['tags.editCells']);
  await page.keyboard.press('Control+z');
  await expect(line(page)).toContainText('Undone: 4 cells');
  await stored(request, ids).toEqual([{ team: 'core' }, { env: 'qa' }, { team: 'web' }]);
  await expect(cell(page, 1, 'tag:team')).toHaveText('–');
  await page.keyboard.press('Control+Shift+z');
  await expect(line(page)).toContainText('Done again: 4 cells');
  await stored(request, ids).toEqual([{ team: 'core' }, { team: 'core', env: 'core' }, { team: 'core', env: 'core' }]);
});

test('a block goes to the clipboard as a spreadsheet takes it, and back from its top left cell', async ({ page, request }) => {
  const { mark, ids } = await shownCells(page, request, [{ team: 'a', env: '' }, { team: 'say "x"' }, {}, {}]);
  await cellsReady(page, mark);
  await drawBlock(page, 0, 'tag:team', ['ArrowDown', 'ArrowRight']);
  await page.keyboard.press('Control+c');
  expect(await clipboard(page)).toBe('a\t""\n"say ""x"""\t');
  await cell(page, 2, 'tag:team').focus();
  await page.keyboard.press('Control+v');
  await expect(selected(page)).toHaveCount(4);
  await stored(request, ids).toEqual([{ team: 'a', env: '' }, { team: 'say "x"' }, { team: 'a', env: '' }, { team: 'say "x"' }]);
});

test('all tags of a row are copied and added to others; one that is not saved is said at their tags', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/Failed to load resource/);
  const { mark, ids } = await shownCells(page, request, [{ team: 'core', note: 'a, b' }, { env: 'qa' }, { team: 'web' }]);
  await page.goto(`/resources?q=${mark}&sort=name&columns=name,tag:team,tags`);
  await cellsReady(page, mark);
  await cell(page, 0, 'tags').focus();
  await page.keyboard.press('Control+c');
  expect(await clipboard(page)).toBe('"note=""a, b"", team=core"');
  await drawBlock(page, 1, 'tags', ['ArrowDown']);
  await page.keyboard.press('Control+v');
  await expect(line(page)).toContainText('4 cells set');
  await stored(request, ids).toEqual([{ team: 'core', note: 'a, b' }, { env: 'qa', team: 'core', note: 'a, b' }, { team: 'core', note: 'a, b' }]);
  await page.keyboard.press('Control+z');
  await expect(line(page)).toContainText('Undone: 4 cells');
  await stored(request, ids).toEqual([{ team: 'core', note: 'a, b' }, { env: 'qa' }, { team: 'web' }]);

  await page.route('**/api/trpc/tags.edit**', (route) => route.abort('connectionreset'));
  await putOnClipboard(page, 'drain');
  await cell(page, 2, 'tags').focus();
  await page.keyboard.press('Control+v');
  const message = page.getByRole('group', { name: `tag:drain of ${mark}-2` });
  await expect(message).toContainText('Not saved');
  await expect(message).toContainText('drain');
  await expect(cell(page, 2, 'tags')).toHaveAttribute('aria-invalid', 'true');
  await expect(cell(page, 2, 'tags')).toContainText('team=web');
  await page.unroute('**/api/trpc/tags.edit**');
  await message.getByRole('button', { name: 'Try again' }).click();
  await stored(request, ids).toEqual([{ team: 'core', note: 'a, b' }, { env: 'qa' }, { team: 'web', drain: '' }]);
  await expect(message).toHaveCount(0);
});

test('a block with bad cells: asked first, each marked at its place, nothing written before the answer', async ({ page, request }) => {
  const { mark, ids } = await shownCells(page, request, [{}, {}, { team: 'web' }]);
  await cellsReady(page, mark);
  await putOnClipboard(page, `host\tcore\t${'x'.repeat(257)}\nhost\tcore\tprod\nhost\tedge\tprod`);
  await cell(page, 1, 'kind').focus();
  await page.keyboard.press('Control+v');
  const question = page.getByRole('dialog', { name: 'Paste only a part?' });
  await expect(question).toContainText('3 of 6 cells can be written');
  await expect(question.getByRole('listitem')).toHaveText(['2 Kind is not edited', '1 a tag value has at most 256 characters', '1 row is beyond the end of the list']);
  await expect(grid(page).locator('[aria-invalid=true]')).toHaveCount(3);
  await expect(cell(page, 1, 'tag:env')).toHaveAttribute('aria-invalid', 'true');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toHaveCount(0);
  await expect(grid(page).locator('[aria-invalid=true]')).toHaveCount(0);
  expect(await storedTags(request, ids)).toEqual([{}, {}, { team: 'web' }]);
  await cell(page, 1, 'kind').focus();
  await page.keyboard.press('Control+v');
  await question.getByRole('button', { name: 'Paste 3 cells' }).click();
  await stored(request, ids).toEqual([{}, { team: 'core' }, { team: 'core', env: 'prod' }]);
  await expect(question).toHaveCount(0);
});

test('a selection is filled down, and emptied by Delete', async ({ page, request }) => {
  const { mark, ids } = await shownCells(page, request, [{ team: 'a', env: 'prod' }, { team: 'b' }, {}]);
  await cellsReady(page, mark);
  await drawBlock(page, 0, 'tag:team', ['ArrowRight', 'ArrowDown', 'ArrowDown']);
  await page.keyboard.press('Control+d');
  await stored(request, ids).toEqual(Array.from({ length: 3 }, () => ({ team: 'a', env: 'prod' })));
  await page.keyboard.press('Escape');
  await drawBlock(page, 1, 'tag:env', ['ArrowDown']);
  await page.keyboard.press('Delete');
  await stored(request, ids).toEqual([{ team: 'a', env: 'prod' }, { team: 'a' }, { team: 'a' }]);
});

test('a block whose connection drops is kept in its cells; one cell that somebody changed is named, the others are written', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/Failed to load resource/);
  const { mark, ids } = await shownCells(page, request, [{ team: 'new' }, { team: 'b' }, { team: 'c' }]);
  await cellsReady(page, mark);
  await page.route('**/api/trpc/tags.editCells**', (route) => route.abort('connectionreset'));
  await drawBlock(page, 0, 'tag:team', ['ArrowDown', 'ArrowDown']);
  await page.keyboard.press('Control+d');
  await expect(line(page)).toContainText('2 cells not saved');
  await expect(grid(page).locator('[aria-invalid=true]')).toHaveCount(2);
  await expect(cell(page, 2, 'tag:team')).toContainText('new');
  expect(await storedTags(request, ids)).toEqual([{ team: 'new' }, { team: 'b' }, { team: 'c' }]);
  await page.unroute('**/api/trpc/tags.editCells**');
  await patchTags(request, ids[1], { set: { team: 'theirs' } });
  await line(page).getByRole('button', { name: 'Try again' }).click();
  await stored(request, ids).toEqual([{ team: 'new' }, { team: 'theirs' }, { team: 'new' }]);
  await expect(line(page)).toContainText('1 cell left as they are');
  await expect(cell(page, 2, 'tag:team')).not.toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('group', { name: `tag:team of ${mark}-1` }).getByRole('button', { name: 'Keep mine' }).click();
  await stored(request, ids).toEqual([{ team: 'new' }, { team: 'new' }, { team: 'new' }]);
});

test('Control-Z takes cell edits and the editor’s back one by one, and leaves alone what somebody changed since', async ({ page, request }) => {
  const { mark, ids } = await shownCells(page, request, [{ team: 'a' }, {}]);
  const input = await openCell(page, 0, 'tag:team', `${mark}-0`);
  await input.fill('b');
  await input.press('Enter');
  await page.keyboard.type('c');
  await page.keyboard.press('Enter');
  await stored(request, ids).toEqual([{ team: 'b' }, { team: 'c' }]);
  await patchTags(request, ids[0], { set: { team: 'theirs' } });
  await expect(cell(page, 0, 'tag:team')).toHaveText('theirs');
  await page.keyboard.press('Control+z');
  await expect(line(page)).toContainText(`Undone: tag:team of ${mark}-1`);
  await stored(request, ids).toEqual([{ team: 'theirs' }, {}]);
  await page.keyboard.press('Control+z');
  await expect(line(page)).toContainText(`Not undone: tag:team of ${mark}-0`);
  await expect(page.getByText('Changed by somebody else since: it stays as it is.')).toBeVisible();
  expect(await storedTags(request, ids)).toEqual([{ team: 'theirs' }, {}]);
  await page.keyboard.press('Control+z');
  await expect(line(page)).toContainText('Nothing more to undo');
});

test('on the page of one resource Control-Z takes the editor’s edit back', async ({ page, request }) => {
  const { mark, ids } = await shownCells(page, request, [{ team: 'a' }]);
  await page.goto(`/resources/${ids[0]}`);
  await page.getByRole('button', { name: `Edit tags of ${mark}-0` }).click();
  const input = page.getByRole('combobox', { name: `Edit tags of ${mark}-0` });
  await input.fill('env=prod');
  await input.press('Enter');
  await stored(request, ids).toEqual([{ team: 'a', env: 'prod' }]);
  await expect(async () => {
    await page.keyboard.press('Control+z');
    await expect(line(page)).toContainText('ndo', { timeout: 500 });
  }).toPass();
  await stored(request, ids).toEqual([{ team: 'a' }]);
});

test('an open cell, a block, a refused one and the line below keep the rules', async ({ page, request, consoleErrors }) => {
  consoleErrors.expect(/Failed to load resource/);
  const { mark } = await shownCells(page, request, [{ team: 'a' }, { team: 'b' }, {}, {}]);
  await cellsReady(page, mark);
  await page.route('**/api/trpc/tags.edit**', (route) => route.abort('connectionreset'));
  await drawBlock(page, 2, 'tag:team', ['ArrowDown', 'ArrowRight']);
  await putOnClipboard(page, 'core');
  await page.keyboard.press('Control+v');
  await expect(line(page)).toContainText('4 cells not saved');
  await expectAccessible(page);
  await openCell(page, 0, 'tag:team', `${mark}-0`);
  await expectAccessible(page);
});
