import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const inventory = (page: Page) => page.getByRole('grid', { name: 'Resources' });
const lines = (page: Page) => inventory(page).locator('[data-rank]');
const head = (page: Page, name: string) => inventory(page).getByRole('button', { name, exact: true });
const chooser = (page: Page) => page.getByRole('dialog', { name: 'Group rows' });
const selection = (page: Page) => page.getByRole('group', { name: 'Selection' });
const rowOf = (page: Page, name: string) => inventory(page).getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

/** Six of this test alone: three of team core, two of Apps, of which one is written apps, and one without a team. */
async function ownTeams(page: Page): Promise<string> {
  const mark = ownMark();
  await register(page.request, [
    { kind: 'host', name: `${mark}-a`, tags: { team: 'core' } },
    { kind: 'host', name: `${mark}-b`, tags: { team: 'core' } },
    { kind: 'app', name: `${mark}-c`, tags: { team: 'core' } },
    { kind: 'host', name: `${mark}-d`, tags: { team: 'Apps' } },
    { kind: 'host', name: `${mark}-e`, tags: { team: 'apps' } },
    { kind: 'app', name: `${mark}-f`, tags: { drain: '' } },
  ]);
  return mark;
}

/** The lines from the top: a head says its value and its count, a row its name. */
async function expectLines(page: Page, mark: string, expected: readonly string[]) {
  await expect
    .poll(() =>
      lines(page).evaluateAll((all) =>
        all.map((line) => (line.hasAttribute('data-level') ? (line as HTMLElement).innerText.split('\n').filter((word) => word !== '').join(' ') : (line.querySelector('[data-column=name]')?.textContent ?? ''))),
      ),
    )
    .toEqual(expected.map((line) => line.replace('*', mark)));
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', String(expected.length));
}

test('rows are grouped by a tag: the largest group first, exact counts, those without one last', async ({ page }) => {
  const mark = await ownTeams(page);
  await page.goto(`/resources?q=${mark}`);
  await page.getByRole('button', { name: 'Group rows', exact: true }).click();
  await page.getByLabel('Search what to group by').fill('team');
  await chooser(page).getByRole('checkbox', { name: 'tag:team', exact: true }).check();
  await expect(page).toHaveURL(/group=tag:team$/);
  await expectLines(page, mark, ['tag:team core 3', 'tag:team Apps 2', 'tag:team no team tag 1']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(chooser(page)).toHaveCount(0);
  const document = await (await page.request.get(`/resources?q=${mark}&group=tag:team`)).text();
  expect(document).toContain('no team tag');

  await head(page, 'tag:team Apps').click();
  await expectLines(page, mark, ['tag:team core 3', 'tag:team Apps 2', '*-d', '*-e', 'tag:team no team tag 1']);
  await expect(head(page, 'tag:team Apps')).toHaveAttribute('aria-expanded', 'true');
  await head(page, 'tag:team no team tag').click();
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expectLines(page, mark, ['tag:team core 3', 'tag:team Apps 2', '*-e', '*-d', 'tag:team no team tag 1', '*-f']);
});

test('open groups are kept for who comes back, and under another query; a count leads to its rows alone', async ({ page }) => {
  const mark = await ownTeams(page);
  await page.goto(`/resources?q=${mark}&sort=-name&group=tag:team`);
  await head(page, 'tag:team Apps').click();
  await head(page, 'tag:team no team tag').click();
  await rowOf(page, `${mark}-f`).getByRole('link', { name: `${mark}-f` }).click();
  await expect(page.getByRole('heading', { name: `${mark}-f` })).toBeVisible();
  await page.goBack();
  await expectLines(page, mark, ['tag:team core 3', 'tag:team Apps 2', '*-e', '*-d', 'tag:team no team tag 1', '*-f']);
  await page.getByRole('button', { name: 'Show only tag:team Apps, 2' }).click();
  await expect(page).toHaveURL(new RegExp(`q=${mark}\\+tag:team%3DApps&`));
  await expectLines(page, mark, ['tag:team Apps 2', '*-e', '*-d']);
});

test('groups within groups; the query and the groups may speak of one field', async ({ page }) => {
  const mark = await ownTeams(page);
  await page.goto(`/resources?q=${mark}+kind:(host,app)+-tag:team=apps&group=kind,tag:team`);
  await expectLines(page, mark, ['Kind app 2', 'Kind host 2']);
  await head(page, 'Kind app').click();
  await expectLines(page, mark, ['Kind app 2', 'tag:team core 1', 'tag:team no team tag 1', 'Kind host 2']);
  await head(page, 'tag:team core').click();
  await expectLines(page, mark, ['Kind app 2', 'tag:team core 1', '*-c', 'tag:team no team tag 1', 'Kind host 2']);

  await page.getByRole('button', { name: 'Group rows by Kind, tag:team', exact: true }).click();
  await chooser(page).getByRole('button', { name: 'Group by tag:team first' }).click();
  await expect(page).toHaveURL(/group=tag:team,kind$/);
  await expectLines(page, mark, ['tag:team core 3', 'tag:team no team tag 1']);
  await chooser(page).getByRole('checkbox', { name: 'Status' }).check();
  await expect(page).toHaveURL(/group=tag:team,status$/);
  await chooser(page).getByRole('button', { name: 'No groups' }).click();
  await expect(page).not.toHaveURL(/group=/);
  await expectLines(page, mark, ['*-a', '*-b', '*-c', '*-f']);
});

test('a grouped list is walked and opened with the keyboard, and its rows are selected', async ({ page }) => {
  const mark = await ownTeams(page);
  await page.goto(`/resources?q=${mark}&group=tag:team`);
  await lines(page).first().focus();
  await page.keyboard.press('Enter');
  await expectLines(page, mark, ['tag:team core 3', '*-a', '*-b', '*-c', 'tag:team Apps 2', 'tag:team no team tag 1']);
  await page.keyboard.press('ArrowLeft');
  await expectLines(page, mark, ['tag:team core 3', 'tag:team Apps 2', 'tag:team no team tag 1']);
  await page.keyboard.press('ArrowRight');
  await expectLines(page, mark, ['tag:team core 3', '*-a', '*-b', '*-c', 'tag:team Apps 2', 'tag:team no team tag 1']);
  await page.keyboard.press('End');
  await expect(lines(page).last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expectLines(page, mark, ['tag:team core 3', '*-a', '*-b', '*-c', 'tag:team Apps 2', 'tag:team no team tag 1', '*-f']);
  await page.keyboard.press('Home');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(selection(page)).toContainText('1 selected');
  // Over the heads of groups: these are not selected, nor the rows of a closed group.
  await rowOf(page, `${mark}-f`).getByRole('checkbox').click({ modifiers: ['Shift'] });
  await expect(selection(page)).toContainText('3 selected');
  await expect(rowOf(page, `${mark}-c`)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+a');
  await expect(selection(page)).toContainText('4 selected');
  await selection(page).getByRole('button', { name: 'Select all 6 matching this query' }).click();
  await expect(selection(page)).toContainText('6 selected, all that match');
});

test('a group says how many rows it has when they are read; read again, the groups are those of now', async ({ page }) => {
  const mark = ownMark();
  const [a = ''] = await register(page.request, ['core', 'core', 'core', 'apps', 'apps'].map((team, place) => ({ kind: 'host', name: `${mark}-${'abcde'.charAt(place)}`, tags: { team } })));
  await page.goto(`/resources?q=${mark}&group=tag:team`);
  await expectLines(page, mark, ['tag:team core 3', 'tag:team apps 2']);
  const patched = await page.request.patch(`/api/v1/resources/${a}/tags`, { data: { set: { team: 'apps' } } });
  expect(patched.status(), await patched.text()).toBe(200);
  await head(page, 'tag:team core').click();
  await expectLines(page, mark, ['tag:team core 2', '*-b', '*-c', 'tag:team apps 2']);
  await page.getByRole('button', { name: 'Read again' }).click();
  await expectLines(page, mark, ['tag:team apps 3', 'tag:team core 2', '*-b', '*-c']);
});

test('a large group is scrolled through to its end', async ({ page }) => {
  const mark = ownMark();
  const nameAt = (place: number) => `${mark}-${String(place).padStart(4, '0')}`;
  await register(page.request, Array.from({ length: 700 }, (_, place) => ({ kind: 'host', name: nameAt(place), group: place < 650 ? 'many' : 'few' })));
  await page.goto(`/resources?q=${mark}&group=group`);
  await expectLines(page, mark, ['Group many 650', 'Group few 50']);
  await head(page, 'Group few').click();
  await head(page, 'Group many').click();
  await expect(inventory(page)).toHaveAttribute('aria-rowcount', '702');
  await lines(page).first().focus();
  await page.keyboard.press('End');
  await expect(rowOf(page, nameAt(699))).toBeFocused();
  await inventory(page).evaluate((grid) => grid.scrollTo({ top: 20_640 }));
  await expect(rowOf(page, nameAt(649))).toHaveAttribute('aria-rowindex', '651');
  await expect(head(page, 'Group few')).toBeVisible();
});

test('what cannot be grouped by is said, and the rows stand as they are', async ({ page }) => {
  const mark = await ownTeams(page);
  await page.goto(`/resources?q=${mark}&group=name`);
  await expect(page.getByText('Not grouped: nothing is grouped by name')).toBeVisible();
  await expectLines(page, mark, ['*-a', '*-b', '*-c', '*-d', '*-e', '*-f']);
});

for (const width of [1_280, 360]) {
  test(`a grouped list keeps the rules of access, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    const mark = await ownTeams(page);
    await page.goto(`/resources?q=${mark}&group=kind,tag:team`);
    await head(page, 'Kind app').click();
    await head(page, 'tag:team core').click();
    await expect(rowOf(page, `${mark}-c`)).toBeVisible();
    await page.getByRole('button', { name: 'Group rows by Kind, tag:team', exact: true }).click();
    await expect(chooser(page).getByRole('group', { name: 'Tags by key' })).toBeVisible();
    await expectAccessible(page);
  });
}
