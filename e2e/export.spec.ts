import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const panel = (page: Page) => page.getByRole('dialog', { name: 'Export' });

async function openPanel(page: Page) {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(panel(page)).toBeVisible();
}

async function download(page: Page, format: string): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await panel(page).getByRole('link', { name: format }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function ownHosts(page: Page) {
  const mark = ownMark();
  await register(page.request, [
    { kind: 'host', name: `${mark}-a`, tags: { team: 'core', [mark]: 'x' }, labels: { region: 'eu', rack: `${mark}-a` } },
    { kind: 'host', name: `${mark}-b`, tags: { team: 'edge', [mark]: 'x' }, labels: { region: 'us', rack: `${mark}-b` } },
    { kind: 'app', name: `${mark}-c`, tags: { [mark]: 'y' } },
  ]);
  return mark;
}

test.use({ viewport: { width: 1_280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });

test('what the list shows is downloaded: its matches, its columns, its order', async ({ page }) => {
  const mark = await ownHosts(page);
  await page.goto(`/resources?q=${mark} kind:host&columns=name,tag:team,label:region&sort=-name`);
  await openPanel(page);
  await expect(panel(page).getByRole('heading', { name: 'Download 2 resources' })).toBeVisible();
  const csv = await download(page, 'CSV');
  expect(csv.name).toMatch(/^resources-\d{4}-\d\d-\d\d\.csv$/);
  expect(csv.text).toBe(`name,tag:team,label:region\r\n${mark}-b,edge,us\r\n${mark}-a,core,eu\r\n`);
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused();

  await openPanel(page);
  await panel(page).getByLabel('Everything').check();
  const lines = (await download(page, 'NDJSON')).text.trimEnd().split('\n').map((line) => JSON.parse(line) as object);
  expect(lines).toMatchObject([{ name: `${mark}-b`, labels: { region: 'us' }, annotations: {} }, { name: `${mark}-a` }]);
  await openPanel(page);
  expect(JSON.parse((await download(page, 'JSON one document')).text)).toEqual([
    { name: `${mark}-b`, 'tag:team': 'edge', 'label:region': 'us' },
    { name: `${mark}-a`, 'tag:team': 'core', 'label:region': 'eu' },
  ]);
});

test('the query is copied as a selector, for kubectl where that has words for it, as JSON and as a link', async ({ page }) => {
  const mark = await ownHosts(page);
  await page.goto(`/resources?q=tag:${mark}=(x,y) -tag:canary&columns=name`);
  await openPanel(page);
  const copy = async (name: string) => {
    await panel(page).getByRole('button', { name }).click();
    await expect(panel(page).getByRole('status')).toHaveText(`${name} copied`);
    return clipboard(page);
  };
  expect(await copy('kubectl selector')).toBe(`${mark} in (x, y),!canary`);
  expect(await copy('JSON')).toBe(`[\n{"name":"${mark}-a"},\n{"name":"${mark}-b"},\n{"name":"${mark}-c"}\n]\n`);
  expect(await copy('Link')).toBe(page.url());
  await panel(page).getByRole('button', { name: /^Selector/ }).click();
  await expect(panel(page).getByRole('status')).toHaveText('Selector copied');
  expect(await clipboard(page)).toBe(`tag:${mark}=(x, y) -tag:canary`);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);

  await page.goto(`/resources?q=${mark} kind:host`);
  await openPanel(page);
  await expect(panel(page).getByRole('button', { name: 'kubectl selector' })).toHaveAttribute('aria-disabled', 'true');
});

test('a copy that the server refuses says so where it was asked for', async ({ page, consoleErrors }) => {
  consoleErrors.expect(/503/);
  const mark = await ownHosts(page);
  await page.goto(`/resources?q=${mark}`);
  await page.route('**/api/v1/export?*', (route) => route.fulfill({ status: 503, body: '' }));
  await openPanel(page);
  await panel(page).getByRole('button', { name: 'JSON' }).click();
  await expect(panel(page).getByRole('status')).toHaveText('JSON could not be copied: the browser or the server refused');
});

for (const width of [360, 1_280]) {
  test(`the panel has no barrier at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    const mark = await ownHosts(page);
    await page.goto(`/resources?q=${mark}`);
    await openPanel(page);
    await expect(panel(page).getByRole('radio', { name: /columns shown/ })).toBeFocused();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
