import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const inventory = (page: Page) => page.getByRole('grid', { name: 'Resources' });
/** Without the one of the boxes that select. */
const heads = (page: Page) => inventory(page).locator('[role=columnheader]:not([data-column=select])');
const cellsOf = (page: Page, name: string) => rowOf(page, name).locator('[role=gridcell]:not([data-column=select])');
const head = (page: Page, name: string) => inventory(page).getByRole('columnheader', { name, exact: true });
const rowOf = (page: Page, name: string) => inventory(page).getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
const chooser = (page: Page) => page.getByRole('dialog', { name: 'Columns' });
const leftOf = async (locator: Locator) => (await locator.boundingBox())!.x;
const widthOf = async (locator: Locator) => (await locator.boundingBox())!.width;

const USUAL = ['Name', 'Kind', 'Status', 'Group', 'Parent', 'Tags', 'Owner', 'Last seen'];

/** Three hosts whose tags and labels differ: with a value, without one, not there. By the label of its own each is told from the others. */
async function ownHosts(page: Page) {
  const mark = ownMark();
  await register(page.request, [
    { kind: 'host', name: `${mark}-a`, group: 'edge', tags: { team: 'core', drain: '' }, labels: { region: 'eu', rack: `${mark}-a` } },
    { kind: 'host', name: `${mark}-b`, group: 'core', tags: { team: 'Apps' }, labels: { region: 'us', rack: `${mark}-b` } },
    { kind: 'host', name: `${mark}-c`, group: 'edge', labels: { region: 'eu', rack: `${mark}-c` } },
  ]);
  return mark;
}

/** The names of the rows, from the top. */
const expectOrder = (page: Page, mark: string, letters: string) =>
  expect(inventory(page).getByRole('row').locator('[data-column=name]').filter({ hasText: mark })).toHaveText([...letters].map((letter) => `${mark}-${letter}`));

async function openChooser(page: Page) {
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await expect(page.getByLabel('Search columns')).toBeFocused();
}

test.use({ viewport: { width: 1_440, height: 900 } });

test('any field, tag or label is a column; what is missing and what has no value are told apart', async ({ page }) => {
  const mark = await ownHosts(page);
  await page.goto(`/resources?q=${mark}&columns=name,group,tag:team,tag:drain,label:region,owner,children`);
  await expect(heads(page)).toHaveText(['Name', 'Group', 'tag:team', 'tag:drain', 'label:region', 'Owner', 'Children']);
  await expect(cellsOf(page, `${mark}-a`)).toHaveText([`${mark}-a`, 'edge', 'core', 'set', 'eu', 'none', '0']);
  await expect(cellsOf(page, `${mark}-b`)).toHaveText([`${mark}-b`, 'core', 'Apps', '–', 'us', 'none', '0']);
  await expect(cellsOf(page, `${mark}-c`)).toHaveText([`${mark}-c`, 'edge', '–', '–', 'eu', 'none', '0']);
  await expect(inventory(page)).toHaveAttribute('aria-colcount', '8');
  const document = await (await page.request.get(`/resources?q=${mark}&columns=name,label:region`)).text();
  expect(document).toContain('aria-label="label:region"');
});

test('a column that is none leaves the usual ones, and the page says why', async ({ page }) => {
  const mark = await ownHosts(page);
  await page.goto(`/resources?q=${mark}&columns=name,colour`);
  await expect(page.getByText('The usual columns: there is no column colour')).toBeVisible();
  await expect(heads(page)).toHaveText(USUAL);
});

test('columns are searched for, added, moved, removed and put back; the address says which and Back undoes it', async ({ page }) => {
  const mark = await ownHosts(page);
  const key = `team-${mark}`;
  await register(page.request, [{ kind: 'app', name: `${mark}-d`, tags: { [key]: 'core' } }]);
  await page.goto(`/resources?q=${mark}`);
  await expect(heads(page)).toHaveText(USUAL);
  await openChooser(page);
  await page.getByLabel('Search columns').fill(key);
  const offer = chooser(page).getByRole('group', { name: 'Tags by key' }).getByRole('listitem');
  await expect(offer).toHaveText([`${key}1`]);
  await offer.getByRole('checkbox', { name: `tag:${key}` }).check();
  await expect(heads(page)).toHaveText([...USUAL, `tag:${key}`]);
  await expect(page).toHaveURL(new RegExp(`columns=name,kind,status,group,parent,tags,owner,last_seen,tag:${key}$`));

  await page.keyboard.press('Escape');
  for (const label of ['Kind', 'Parent', 'Tags', 'Owner', 'Last seen']) await chooser(page).getByRole('button', { name: `Remove ${label}` }).click();
  await expect(heads(page)).toHaveText(['Name', 'Status', 'Group', `tag:${key}`]);
  await expect(chooser(page).getByRole('button', { name: 'Remove Name' })).toHaveCount(0);

  // By buttons and by the keyboard; the focus stays on what is moved.
  await chooser(page).getByRole('button', { name: `Move tag:${key} up` }).click();
  await expect(heads(page)).toHaveText(['Name', 'Status', `tag:${key}`, 'Group']);
  const grip = chooser(page).getByRole('button', { name: `Move tag:${key}`, exact: true });
  await grip.press('ArrowUp');
  await expect(heads(page)).toHaveText(['Name', `tag:${key}`, 'Status', 'Group']);
  await expect(grip).toBeFocused();
  await expect(chooser(page).getByRole('status')).toHaveText(`tag:${key} is column 2 of 4`);
  await grip.press('ArrowDown');
  await expect(heads(page)).toHaveText(['Name', 'Status', `tag:${key}`, 'Group']);

  // By drag, to the end.
  const from = (await grip.boundingBox())!;
  const last = (await chooser(page).getByRole('button', { name: 'Move Group', exact: true }).boundingBox())!;
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, last.y + 4, { steps: 4 });
  await page.mouse.move(from.x + 10, last.y + 16);
  await page.mouse.up();
  await expect(heads(page)).toHaveText(['Name', 'Status', 'Group', `tag:${key}`]);
  await page.goBack();
  await expect(heads(page)).toHaveText(['Name', 'Status', `tag:${key}`, 'Group']);

  await chooser(page).getByRole('button', { name: 'Reset' }).click();
  await expect(heads(page)).toHaveText(USUAL);
  await expect(page).not.toHaveURL(/columns=/);
  await page.keyboard.press('Escape');
  await expect(chooser(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Columns', exact: true })).toBeFocused();
});

test('a head sorts by a tag, Shift adds two more; direction and rank are shown, what is missing comes last', async ({ page }) => {
  const mark = await ownHosts(page);
  await page.goto(`/resources?q=${mark}&columns=name,group,tag:team,status`);
  await head(page, 'tag:team').getByRole('button').click();
  await expectOrder(page, mark, 'bac');
  await expect(page).toHaveURL(/sort=tag:team$/);
  await head(page, 'tag:team').getByRole('button').click();
  await expectOrder(page, mark, 'abc');
  await expect(head(page, 'tag:team')).toHaveAttribute('aria-sort', 'descending');
  await expect(head(page, 'Name')).not.toHaveAttribute('aria-sort');

  // By itself: two of them have one group, and which of these comes first is not said.
  await head(page, 'Group').getByRole('button').click();
  await expect(page).toHaveURL(/sort=group$/);
  await head(page, 'Name').getByRole('button').click({ modifiers: ['Shift'] });
  await head(page, 'Name').getByRole('button').click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/sort=group,-name$/);
  await expectOrder(page, mark, 'bca');
  await expect(head(page, 'Group')).toHaveText('Groupsort key 1');
  await expect(head(page, 'Name')).toHaveText('Namesort key 2');
  await expect(head(page, 'Name')).toHaveAttribute('aria-sort', 'descending');

  await head(page, 'tag:team').getByRole('button').press('Shift+Enter');
  await expect(head(page, 'tag:team')).toHaveText('tag:teamsort key 3');
  await head(page, 'Status').getByRole('button').press('Shift+Enter');
  await expect(page).toHaveURL(/sort=group,-name,status$/);
  await page.reload();
  await expectOrder(page, mark, 'bca');
  await expect(head(page, 'Status')).toHaveText('Statussort key 3');
});

test('a column is made wider by keys and by dragging, fits by a double click, and stays so', async ({ page }) => {
  const mark = await ownHosts(page);
  await page.goto(`/resources?q=${mark}&columns=name,group,tag:team,status`);
  const separator = page.getByRole('separator', { name: 'Width of Group' });
  const before = Math.round(await widthOf(head(page, 'Group')));
  await separator.press('ArrowRight');
  await separator.press('Shift+ArrowRight');
  await expect(separator).toHaveAttribute('aria-valuenow', String(before + 56));
  await expect.poll(() => widthOf(head(page, 'Group'))).toBe(before + 56);
  await expect.poll(() => widthOf(rowOf(page, `${mark}-a`).locator('[data-column=group]'))).toBe(before + 56);

  const edge = (await separator.boundingBox())!;
  await page.mouse.move(edge.x + 6, edge.y + 16);
  await page.mouse.down();
  await page.mouse.move(edge.x - 14, edge.y + 16);
  await page.mouse.move(edge.x - 24, edge.y + 16);
  await page.mouse.up();
  await expect(separator).toHaveAttribute('aria-valuenow', String(before + 26));
  await page.reload();
  await expect.poll(() => widthOf(head(page, 'Group'))).toBe(before + 26);
  await page.goto(`/resources?q=${mark}`);
  await expect.poll(() => widthOf(head(page, 'Group'))).toBe(before + 26);

  await separator.dblclick();
  await expect.poll(() => widthOf(head(page, 'Group'))).toBeLessThan(80);
  const text = rowOf(page, `${mark}-a`).locator('[data-column=group]');
  expect(await text.evaluate((cell) => cell.scrollWidth <= cell.clientWidth)).toBe(true);
  await separator.press('Home');
  await expect(separator).toHaveAttribute('aria-valuenow', '48');

  await openChooser(page);
  await chooser(page).getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => widthOf(head(page, 'Group'))).toBeGreaterThan(90);
});

for (const [screen, viewport] of Object.entries({ 'a desktop': { width: 1_200, height: 500 }, 'a phone': { width: 360, height: 640 } })) {
  test(`on ${screen} the name stays while the other columns are scrolled sideways, the heads while rows are`, async ({ page }) => {
    const mark = ownMark();
    const names = Array.from({ length: 300 }, (_, place) => `${mark}-${String(place).padStart(3, '0')}`);
    await register(page.request, names.map((name) => ({ kind: 'host', name, group: 'edge' })));
    await page.setViewportSize(viewport);
    await page.goto(`/resources?q=${mark}&columns=name,status,group,os,arch,ip,platform,version,location,environment,created,first_seen`);
    const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
    const before = { box: await leftOf(box(`Select ${names[0]}`)), name: await leftOf(head(page, 'Name')), status: await leftOf(head(page, 'Status')), cell: await leftOf(rowOf(page, names[0]!).locator('[data-column=status]')) };
    await inventory(page).evaluate((grid) => {
      grid.scrollLeft = 100;
      grid.scrollTop = 4_400;
    });
    await expect.poll(() => leftOf(head(page, 'Status'))).toBe(before.status - 100);
    expect(await leftOf(head(page, 'Name'))).toBe(before.name);
    expect((await head(page, 'Name').boundingBox())!.y).toBe((await inventory(page).boundingBox())!.y + 1);
    const shownName = names[Math.ceil(4_400 / (screen === 'a phone' ? 44 : 32)) + 2]!;
    const shown = rowOf(page, shownName);
    await expect(shown).toBeVisible();
    expect(await leftOf(box(`Select ${shownName}`))).toBe(before.box);
    expect(await leftOf(shown.locator('[data-column=name]'))).toBe(before.name);
    expect(await leftOf(shown.locator('[data-column=status]'))).toBe(before.cell - 100);
    // To the last column and back, by the keyboard.
    await shown.focus();
    for (let step = 0; step < 12; step++) await page.keyboard.press('Shift+ArrowRight');
    await expect(head(page, 'First seen')).toBeInViewport({ ratio: 1 });
    for (let step = 0; step < 12; step++) await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => leftOf(head(page, 'Status'))).toBe(before.status);
  });
}

test('a column that leaves a narrower screen takes its cells with it: what is under a head belongs to it', async ({ page }) => {
  const mark = ownMark();
  const [host = ''] = await register(page.request, [{ kind: 'host', name: `${mark}-host` }]);
  await register(page.request, [{ kind: 'container', name: `${mark}-web`, parent: host, tags: { env: 'prod' } }]);
  for (const [width, left] of [[1_440, []], [1_280, ['Parent']]] as const) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(`/resources?q=kind:container ${mark}`);
    const cells = rowOf(page, `${mark}-web`).locator('[role=gridcell][data-column]');
    await expect(cells.filter({ visible: true })).toHaveCount((await cells.count()) - left.length);
    for (const name of ['Status', 'Cluster', 'Namespace', 'Runtime', 'Tags']) {
      const id = await head(page, name).getAttribute('data-column');
      const cell = rowOf(page, `${mark}-web`).locator(`[role=gridcell][data-column="${id}"]`);
      expect(Math.abs((await leftOf(cell)) - (await leftOf(head(page, name)))), `${name} at ${width} px`).toBeLessThanOrEqual(8);
    }
    for (const name of left) await expect(head(page, name)).toBeHidden();
  }
});

test('more columns stay at the left, or none', async ({ page }) => {
  const mark = await ownHosts(page);
  await page.setViewportSize({ width: 1_000, height: 600 });
  await page.goto(`/resources?q=${mark}&columns=name,status,group,os,arch,ip,platform,version,location,environment,created,first_seen`);
  await openChooser(page);
  const pin = chooser(page).getByRole('button', { name: 'Keep the columns up to Status at the left' });
  await expect(pin).toHaveAttribute('aria-pressed', 'false');
  await pin.click();
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/pinned=2$/);
  await page.keyboard.press('Escape');
  const before = { status: await leftOf(head(page, 'Status')), group: await leftOf(head(page, 'Group')) };
  const scrollTo = (left: number) => inventory(page).evaluate((grid, to) => grid.scrollTo({ left: to }), left);
  await scrollTo(150);
  await expect.poll(() => leftOf(head(page, 'Group'))).toBe(before.group - 150);
  expect(await leftOf(head(page, 'Status'))).toBe(before.status);
  await page.goto(`${page.url().replace('pinned=2', 'pinned=0')}`);
  const name = await leftOf(head(page, 'Name'));
  await scrollTo(150);
  await expect.poll(() => leftOf(head(page, 'Name'))).toBe(name - 150);
});

test('the columns follow the kind that the query asks for, until somebody chooses', async ({ page }) => {
  const mark = await ownHosts(page);
  await register(page.request, [{ kind: 'container', name: `${mark}-pod`, cluster: 'eu-1', namespace: 'shop', runtime: 'containerd' }]);
  await page.goto(`/resources?q=${mark}+kind:container`);
  await expect(heads(page)).toHaveText(['Name', 'Status', 'Cluster', 'Namespace', 'Runtime', 'Parent', 'Tags', 'Last seen']);
  await expect(cellsOf(page, `${mark}-pod`).nth(2)).toHaveText('eu-1');
  await expect(cellsOf(page, `${mark}-pod`).nth(3)).toHaveText('shop');
  const search = page.getByLabel('Search resources');
  await search.fill(`${mark} kind:host`);
  await search.press('Enter');
  await expect(heads(page)).toHaveText(['Name', 'Status', 'OS', 'Arch', 'IP address', 'Platform', 'Tags', 'Last seen']);
  await openChooser(page);
  await chooser(page).getByRole('button', { name: 'Remove OS' }).click();
  await page.keyboard.press('Escape');
  await search.fill(`${mark} kind:container`);
  await search.press('Enter');
  await expect(rowOf(page, `${mark}-pod`)).toBeVisible();
  await expect(heads(page)).toHaveText(['Name', 'Status', 'Arch', 'IP address', 'Platform', 'Tags', 'Last seen']);
});

test('the density is kept, and the document has it already', async ({ page }) => {
  const mark = await ownHosts(page);
  await page.goto(`/resources?q=${mark}`);
  const height = async () => (await rowOf(page, `${mark}-b`).boundingBox())!.height;
  expect(await height()).toBe(32);
  await openChooser(page);
  await chooser(page).getByRole('radio', { name: 'Compact' }).check();
  await expect.poll(height).toBe(28);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  expect(await (await page.request.get(`/resources?q=${mark}`, { headers: { cookie } })).text()).toContain('--row-wide:28px');
  await page.reload();
  expect(await height()).toBe(28);
});

for (const width of [1_440, 360]) {
  test(`chosen columns and their chooser keep the rules of access, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    const mark = await ownHosts(page);
    await page.goto(`/resources?q=${mark}&columns=name,status,tag:team,tag:drain,label:region,os,version,last_seen&sort=tag:team,name`);
    await expect(rowOf(page, `${mark}-a`)).toBeVisible();
    await expectAccessible(page);
    await openChooser(page);
    await expect(chooser(page).getByRole('group', { name: 'Labels by key' })).toBeVisible();
    await expectAccessible(page);
  });
}
