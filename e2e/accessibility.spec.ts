import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

async function ownRows(page: Page) {
  const mark = ownMark();
  await register(page.request, [
    ...Array.from({ length: 30 }, (_, place) => ({ kind: 'host', name: `${mark}-a-long-name-of-a-host-${place}`, group: `group-${place % 12}`, tags: { env: 'prod', team: 'core', drain: '' } })),
    { kind: 'container', name: `${mark}-offline`, status: 'Offline', seenAt: '2026-01-01T00:00:00Z' },
  ]);
  return mark;
}

test('the inventory keeps the rules', async ({ page }) => {
  const mark = await ownRows(page);
  await page.goto(`/resources?q=${mark}+-group:group-1+kind:(host,container)&facets=tag:env`);
  await expect(page.getByRole('grid', { name: 'Resources' }).getByRole('row').filter({ hasText: mark }).first()).toBeVisible();
  await expect(page.getByRole('group', { name: 'tag:env' }).getByRole('checkbox').first()).toBeAttached();
  await expectAccessible(page);
});

test('a resource beside the list keeps the rules', async ({ page }) => {
  const mark = await ownRows(page);
  for (const [name, width] of [['offline', 1_280], ['a-long-name-of-a-host-0', 360]] as const) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(`/resources?q=${mark}`);
    await page.getByRole('grid', { name: 'Resources' }).getByRole('row').filter({ hasText: `${mark}-${name}` }).first().focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('dialog', { name: `${mark}-${name}`, exact: true }).getByRole('region', { name: 'History' })).toContainText('Registered');
    await expectAccessible(page);
  }
});

test('the command palette and the list of keys keep the rules', async ({ page }) => {
  const mark = await ownRows(page);
  await page.goto(`/resources?q=${mark}`);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys', exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { name: 'Inventory' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type(`${mark}-off`);
  await expect(page.getByRole('option', { name: `${mark}-offline` })).toBeVisible();
  await expectAccessible(page);
});

test('no match keeps the rules', async ({ page }) => {
  await page.goto(`/resources?q=${ownMark()}+group:nowhere`);
  await expect(page.getByRole('heading', { name: /Nothing matches|No resources yet/ })).toBeVisible();
  await expectAccessible(page);
});

test('a query that is not understood keeps the rules', async ({ page }) => {
  await page.goto('/resources?q=colour:red');
  await expect(page.getByRole('heading', { name: 'This query is not understood' })).toBeVisible();
  await expectAccessible(page);
});

test('a narrow screen keeps the rules', async ({ page }) => {
  const mark = await ownRows(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/resources?q=${mark}`);
  await expect(page.getByRole('grid', { name: 'Resources' }).getByRole('row').filter({ hasText: mark }).first()).toBeVisible();
  await expectAccessible(page);
});

test('the sheets of a narrow screen keep the rules', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/resources');
  await page.getByRole('button', { name: /^Filters/ }).click();
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible();
});

test('the theme that is chosen is in the very document that the server sends', async ({ page, request }) => {
  await page.goto('/resources');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  expect(await (await request.get('/resources', { headers: { cookie } })).text()).toMatch(/<html[^>]*data-theme="dark"/);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await page.getByRole('radio', { name: 'As the system' }).check();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('what opens over the page does not move for whoever wants less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const mark = await ownRows(page);
  await page.goto(`/resources?q=${mark}`);
  const durationOf = (name: string | RegExp) => page.getByRole('dialog', { name }).evaluate((element) => getComputedStyle(element).animationDuration);
  await page.getByRole('grid', { name: 'Resources' }).getByRole('row').filter({ hasText: `${mark}-offline` }).focus();
  await page.keyboard.press('Space');
  expect(await durationOf(`${mark}-offline`)).toBe('0s');
  await page.keyboard.press('?');
  expect(await durationOf('Keys')).toBe('0s');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  expect(await durationOf('Command palette')).toBe('0s');
});

test('everything is reached by Tab, and of the rows only one takes part', async ({ page }) => {
  const mark = await ownRows(page);
  await page.goto(`/resources?q=${mark}`);
  const grid = page.getByRole('grid', { name: 'Resources' });
  await expect(grid.getByRole('row').filter({ hasText: mark }).first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await grid.getByRole('columnheader', { name: 'Last seen' }).getByRole('button').focus();
  await page.keyboard.press('Tab');
  await expect(grid.getByRole('separator', { name: 'Width of Last seen' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(grid.locator('[role=row]:focus')).toHaveAttribute('aria-rowindex', '1');
  await page.keyboard.press('Tab');
  await expect(grid.locator('[aria-rowindex="1"]').getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(grid.locator('[aria-rowindex="1"]').getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(grid.getByRole('button', { name: /^Edit tags of/ }).first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'all keys' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Read again' })).toBeFocused();
});

test('a 4K screen is filled with rows', async ({ page }) => {
  const mark = ownMark();
  await register(page.request, Array.from({ length: 120 }, (_, place) => ({ kind: 'host', name: `${mark}-${place}`, tags: { env: 'prod' } })));
  await page.setViewportSize({ width: 3_840, height: 2_160 });
  await page.goto(`/resources?q=${mark}`);
  const grid = page.getByRole('grid', { name: 'Resources' });
  await expect(grid).toHaveAttribute('aria-rowcount', '120');
  const filled = () =>
    grid.evaluate((table) => {
      const end = table.getBoundingClientRect().bottom;
      const rows = [...table.querySelectorAll('[data-rank]:not([aria-busy=true])')].filter((row) => row.getBoundingClientRect().top < end);
      return { rows: rows.length, toTheEnd: Math.max(...rows.map((row) => row.getBoundingClientRect().bottom)) >= end, ofTheScreen: end / window.innerHeight > 0.9 };
    });
  await expect.poll(filled).toEqual({ rows: expect.any(Number), toTheEnd: true, ofTheScreen: true });
  const { rows } = await filled();
  expect(rows).toBeGreaterThan(50);
  expect(await grid.locator('*').count()).toBeLessThan(rows * 60);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(3_840);
});

test('the page about the query language keeps the rules', async ({ page }) => {
  await page.goto('/help/selector');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
});
