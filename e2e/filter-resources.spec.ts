import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const inventory = (page: Page) => page.getByRole('grid', { name: 'Resources' });
const facet = (page: Page, name: string) => page.getByRole('complementary', { name: 'Filters' }).getByRole('group', { name, exact: true });
const value = (group: Locator, name: string) => group.getByRole('checkbox', { name, exact: true });
const countOf = (group: Locator, name: string) => group.getByRole('listitem').filter({ has: group.page().getByRole('checkbox', { name, exact: true }) });
const press = (group: Locator, action: string) => group.getByRole('button', { name: action, exact: true }).press('Enter');
const expectRows = (page: Page, count: number) => expect(inventory(page)).toHaveAttribute('aria-rowcount', String(count));

/** Ten resources of this test alone: six hosts (four of them of group edge), three containers, one app; some tagged. */
async function ownFleet(page: Page) {
  const mark = ownMark();
  const of = (kind: string, place: number, more: Record<string, unknown> = {}) => ({ kind, name: `${mark}-${kind}-${place}`, ...more });
  await register(page.request, [
    ...[0, 1, 2, 3].map((place) => of('host', place, { group: 'edge', tags: { env: place < 3 ? 'prod' : 'dev' } })),
    ...[4, 5].map((place) => of('host', place)),
    ...[0, 1, 2].map((place) => of('container', place, { group: 'core', tags: { env: 'Prod' } })),
    of('app', 0, { group: 'core' }),
  ]);
  await page.goto(`/resources?q=${mark}`);
  await expectRows(page, 10);
  return mark;
}

test('a facet counts what is there, includes, excludes and clears; the address says it and Back undoes it', async ({ page }) => {
  const mark = await ownFleet(page);
  const kind = facet(page, 'Kind');
  await expect(countOf(kind, 'host')).toContainText('6');
  await expect(countOf(kind, 'container')).toContainText('3');
  await expect(countOf(kind, 'syslog')).toContainText('0');

  await value(kind, 'host').check();
  await expectRows(page, 6);
  await expect(page).toHaveURL(new RegExp(`q=${mark}\\+kind:host$`));
  await expect(page.getByLabel('Search resources')).toHaveValue(`${mark} kind:host`);
  // Its own choice does not hide the others.
  await expect(countOf(kind, 'container')).toContainText('3');
  await value(kind, 'app').check();
  await expectRows(page, 7);
  await value(kind, 'app').uncheck();
  await expectRows(page, 6);

  const group = facet(page, 'Group');
  await expect(countOf(group, 'edge')).toContainText('4');
  await press(group, 'Not edge');
  await expectRows(page, 2);
  await expect(countOf(group, 'edge')).toContainText('excluded');
  await expect(value(group, 'edge')).toHaveJSProperty('indeterminate', true);
  await page.goBack();
  await expectRows(page, 6);
  await page.goForward();
  await expectRows(page, 2);
  await press(group, 'Clear Group');
  await expectRows(page, 6);
  await press(kind, 'Only app');
  await expectRows(page, 1);
  await press(kind, 'Clear Kind');
  await expectRows(page, 10);
  await expect(page).toHaveURL(new RegExp(`q=${mark}$`));
});

test('those that have none of it are a value too', async ({ page }) => {
  await ownFleet(page);
  const group = facet(page, 'Group');
  await expect(countOf(group, 'no group')).toContainText('2');
  await value(group, 'no group').check();
  await expectRows(page, 2);
  await expect(page).toHaveURL(/no:group/);
});

test('what is picked is shown even when nothing has it', async ({ page }) => {
  const mark = await ownFleet(page);
  await page.goto(`/resources?q=${mark}+group:nowhere+kind:host`);
  const group = facet(page, 'Group');
  await expect(value(group, 'nowhere')).toBeChecked();
  await expect(countOf(group, 'nowhere')).toContainText('0');
  // Unpicked, it is gone: there is nothing left to look at.
  await value(group, 'nowhere').click();
  await expectRows(page, 6);
});

test('the values of a tag key are counted once the key is opened, spellings of one value together', async ({ page }) => {
  const mark = await ownFleet(page);
  const tags = facet(page, 'Tags');
  await expect(countOf(tags, 'env')).toContainText('7');
  await press(tags, 'Values of env');
  await expect(page).toHaveURL(/facets=tag:env/);
  const env = facet(page, 'tag:env');
  await expect(countOf(env, 'dev')).toContainText('1');
  await expect(countOf(env, 'no env tag')).toContainText('3');
  const prod = env.getByRole('checkbox', { name: /^prod$/i });
  await expect(env.getByRole('listitem').filter({ has: page.getByRole('checkbox', { name: /^prod$/i }) })).toContainText('6');
  await prod.check();
  await expectRows(page, 6);
  await page.reload();
  await expect(prod).toBeChecked();
  await press(env, 'Clear tag:env');
  await expectRows(page, 10);
  await press(env, 'Close tag:env');
  await expect(env).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`q=${mark}$`));
});

test('a facet with many values is searched, and shows the rest when asked', async ({ page, request }) => {
  const mark = ownMark();
  await register(request, Array.from({ length: 30 }, (_, place) => ({ kind: 'host', name: `${mark}-${place}`, group: `${mark}-group-${String(place).padStart(2, '0')}` })));
  await page.goto(`/resources?q=${mark}`);
  await expectRows(page, 30);
  const group = facet(page, 'Group');
  await expect(group.getByRole('checkbox')).toHaveCount(6);
  await group.getByRole('button', { name: '24 more' }).click();
  await expect(group.getByRole('checkbox')).toHaveCount(30);
  await group.getByRole('searchbox', { name: 'Search in Group' }).fill('group-2');
  await expect(group.getByRole('checkbox')).toHaveCount(10);
  await value(group, `${mark}-group-27`).check();
  await expectRows(page, 1);
});

test('total, status counts and rows agree, and a status count filters', async ({ page, request }) => {
  const mark = ownMark();
  const old = new Date(Date.now() - 30 * 86_400_000).toISOString();
  await register(request, [
    ...[0, 1, 2].map((place) => ({ kind: 'host', name: `${mark}-fresh-${place}`, status: 'Online' })),
    ...[0, 1].map((place) => ({ kind: 'host', name: `${mark}-old-${place}`, status: 'Offline', seenAt: old })),
  ]);
  await page.goto(`/resources?q=${mark}`);
  await expectRows(page, 5);
  const counts = page.getByRole('list', { name: 'Status of the matches' });
  const offline = counts.getByRole('button', { name: /Offline$/ });
  const shown = Number((await offline.textContent())?.replace(/\D/g, ''));
  await offline.click();
  await expectRows(page, shown);
  await expect(offline).toHaveAttribute('aria-pressed', 'true');
  await expect(inventory(page).getByRole('row').filter({ hasText: 'Offline' })).toHaveCount(shown);
  await expect(facet(page, 'Status').getByRole('checkbox', { name: 'Offline' })).toBeChecked();
});

test('typing asks by itself after a pause, and one spell of typing is one step back', async ({ page }) => {
  const mark = await ownFleet(page);
  const search = page.getByLabel('Search resources');
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await search.press('End');
  await search.pressSequentially(' kind:container');
  await expectRows(page, 3);
  await search.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${mark}\\+kind:container`));
  await page.goBack();
  await expectRows(page, 10);
  await expect(search).toHaveValue(mark);
});

test('on a narrow screen the facets are behind a button, in reach of a thumb', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await ownFleet(page);
  await page.getByRole('button', { name: /^Filters/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await sheet.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: 'host' }).check();
  await sheet.getByRole('button', { name: 'Show 6' }).click();
  await expect(sheet).toBeHidden();
  await expectRows(page, 6);
  await expect(page.getByRole('button', { name: /^Filters/ })).toBeFocused();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBe(0);
});

test('rows of the query before stay while those asked for are on their way, and fade when these take more than a moment', async ({ page }) => {
  await ownFleet(page);
  let letGo = () => {};
  const isHeld = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/api/trpc/resources.list**', async (route) => {
    await isHeld;
    await route.continue();
  });
  const rows = page.locator('.grid-body');
  await expect(rows).toHaveCSS('opacity', '1');
  const fadedAfter = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let busySince = 0;
        new MutationObserver(() => {
          if (busySince === 0 && document.querySelector('[role=grid][aria-busy=true]')) busySince = performance.now();
          if (document.querySelector('.grid-body-late')) resolve(performance.now() - busySince);
        }).observe(document.body, { subtree: true, attributes: true });
      }),
  );
  await value(facet(page, 'Kind'), 'app').check();
  await expect(inventory(page)).toHaveAttribute('aria-busy', 'true');
  await expect(rows).toHaveCSS('opacity', '0.55');
  // A timer never fires early; both times are taken a little after the change itself.
  expect(await fadedAfter).toBeGreaterThan(140);
  await expectRows(page, 10);
  letGo();
  await expectRows(page, 1);
  await expect(rows).toHaveCSS('opacity', '1');
});
